import type { WordBlock } from './arrange.ts';
import type { OpenFields } from './open-fields.ts';
import type { OpenParagraph } from './paragraph.ts';
import type { Reading } from './reading.ts';
import type { Look } from './styles.ts';
import type { XmlElement } from './xml.ts';

/** A story, as those see it that read something in it. */
export interface StoryContext {
  readonly reading: Reading;
  /** The part that it is in. */
  readonly part: string;
  readonly fields: OpenFields;
  /** The text of its paragraphs and cells, one after another, as the account counts it. */
  readonly texts: string[];
  /** A paragraph of text that has no elements of its own: of WordArt, of a drawing. */
  paragraphOf(text: string): WordBlock[];
  /**
   * A text inside, which has paragraphs and fields of its own.
   * @param reason why its words are left out; undefined if they are not.
   * @param cell the properties that the style of its table gives its text, if it is a cell; there a number
   * alone is that of the row.
   */
  nested(parent: XmlElement, reason: string | undefined, cell?: readonly XmlElement[]): WordBlock[];
  /** How a run of it looks. */
  look(run: XmlElement | undefined, paragraph: XmlElement | undefined): Look;
  /** Why the words of a content control are left out, if nobody has filled it in. */
  placeholder(control: XmlElement): string | undefined;
}

/** Where in a paragraph, and in what, something is read. */
export interface Place {
  paragraph: OpenParagraph;
  /** The properties of the paragraph. */
  properties: XmlElement | undefined;
  /** Why words here are left out; undefined if they are shown. */
  reason: string | undefined;
  href?: string | undefined;
}
