/** A statement that quotations are compared with. */
interface ComparedStatement {
  id: string;
  text: string;
  /** The id that its present words would have, where these are not the ones that `id` was made of. */
  digest?: string | undefined;
  /** Ids of statements that were merged into it. */
  former?: readonly string[] | undefined;
}

/** What is known of a release before its words are read. */
export interface QuotedSource {
  /** Its id. */
  release: string;
  /** Its address; a statement's is this, `#` and the statement's id. */
  url: string;
  statements: readonly ComparedStatement[];
  /** Ids of statements that were removed from it. */
  removed?: readonly string[] | undefined;
  /** Words that its statements had before, oldest first, where the archive publishes them. */
  earlier?: readonly QuotedWording[] | undefined;
}

/** Words that a statement had until a day, on which others, or none, took their place. */
export interface QuotedWording {
  statement: string;
  text: string;
  until: string;
}
