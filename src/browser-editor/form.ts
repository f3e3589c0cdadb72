/** What a field of a file holds, as the editor in the browser shows it. */
export interface FormField {
  name: string;
  /** `media`: the path of a file below `media/`. */
  kind: 'text' | 'media' | 'integer' | 'switch' | 'map' | 'list';
  /** Of a map, or of each map in a list; a list without them holds texts. */
  fields?: readonly FormField[];
  /** Whether a list of one is written as a single value. */
  isOftenOne?: boolean;
}

/** How the files of a collection are read and written. */
export interface Form {
  /** The name of the collection, and of its format. */
  name: string;
  extension: 'md' | 'yaml';
  /** Whether a file of Markdown is its text, without fields above it. */
  isTextAlone?: boolean;
  /** In the order in which a new file has them. */
  fields: readonly FormField[];
}

/** The field of the text below the frontmatter. */
export const BODY = 'body';
/** The hidden field with the file as it was read: what is not edited is written as it was. */
export const SOURCE = '_source';

/** What the page of the editor fetches. */
export interface EditorSetup {
  /** The configuration of Sveltia CMS. */
  config: Record<string, unknown>;
  forms: readonly Form[];
}
