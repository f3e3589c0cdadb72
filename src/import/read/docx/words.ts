import { XMLParser } from 'fast-xml-parser';
import { type LeftOut, UnreadableSource } from '../document.ts';
import { collapse } from '../../parse/text-shape.ts';
import { MAX_DEPTH } from './xml.ts';

/** Elements whose text is no word of the document: measures, codes of fields, data. */
const NO_WORDS: ReadonlySet<string> = new Set([
  'posOffset', 'pctPosHOffset', 'pctPosVOffset', 'pctWidth', 'pctHeight', 'align', 'instrText', 'delInstrText',
  'fldData', 'binData', 'uniqueTag', 'trace', 'ClientData', 'LinkType', 'LockedField', 'FieldCodes',
]); // prettier-ignore

/** Whether the text of an element is no word of the document: a measure, the code of a field. */
export const holdsNoWords = (name: string): boolean => NO_WORDS.has(name.replace(/^.*:/, ''));

/** Parts that are about the document, or sign it, and that no page shows. */
const ABOUT =
  /^(?:\[Content_Types\]\.xml|docProps\/|customXml\/|_xmlsignatures\/|docMetadata\/|customUI\/)|\.rels$/i;

/** Whether a part can have words that a reader of the document sees. */
export const hasWords = (part: string): boolean => !ABOUT.test(part);

/**
 * What became of the words of a package, part by part: each is read, or left out for a reason. In the
 * end they are compared with the words that another parser finds, which knows nothing of Word.
 */
export class WordLedger {
  readonly #read = new Map<string, string[]>();
  readonly #leftOut: LeftOut[] = [];
  #isApart = false;

  /** Words that come into the text, or that it has in another form already. */
  read(part: string, text: string): void {
    const list = this.#read.get(part) ?? [];
    if (list.length === 0) this.#read.set(part, list);
    list.push(text);
  }

  /** Words that do not come into the text. Those that follow one another for one reason are one entry. */
  leave(part: string, text: string, reason: string): void {
    this.read(part, text);
    const last = this.#leftOut.at(-1);
    if (last?.reason === reason) last.text += this.#isApart ? `\n${text}` : text;
    else this.#leftOut.push({ text, reason });
    this.#isApart = false;
  }

  /** Reports words that are counted, or that are only in the code of a field. */
  report(text: string, reason: string): void {
    this.#leftOut.push({ text, reason });
    this.#isApart = true;
  }

  /** Something else follows: text, a break, a paragraph. What is left out after it is another word. */
  separate(): void {
    this.#isApart = true;
  }

  /** What was left out, in whole entries. */
  entries(): LeftOut[] {
    return this.#leftOut
      .map(({ text, reason }) => ({ text: collapse(text), reason }))
      .filter(({ text }) => text !== '');
  }

  /**
   * Compares with all words that are in the parts.
   * @throws {UnreadableSource} if one was neither read nor left out.
   */
  verify(parts: ReadonlyMap<string, string>): void {
    const lost: string[] = [];
    let all = 0;
    for (const [part, xml] of parts) {
      if (!hasWords(part)) continue;
      const counts = new Map<string, number>();
      const found = countedWords(textIn(xml));
      all += found.length;
      for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
      for (const word of countedWords((this.#read.get(part) ?? []).join('\n')))
        counts.set(word, (counts.get(word) ?? 0) - 1);
      for (const [word, left] of counts) for (let n = 0; n < left; n++) lost.push(word);
    }
    if (lost.length === 0) return;
    throw new UnreadableSource(
      `would lose ${lost.length} of its ${all} words (${lost.slice(0, 8).join(' ')})`,
      'save it in Word or LibreOffice under a new name, or import its text as .txt, and report the file',
    );
  }
}

const countedWords = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

type Ordered = Record<string, unknown>;
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true, // numeric references too,
  cdataPropName: '#cdata',
  maxNestedTags: 2 * MAX_DEPTH,
});

/** All text in XML, whatever its elements are, and the words of WordArt, which are in an attribute. */
function textIn(xml: string): string {
  const texts: string[] = [];
  const walk = (nodes: Ordered[]) => {
    for (const node of nodes) {
      if (typeof node['#text'] === 'string') texts.push(node['#text']);
      for (const [name, children] of Object.entries(node)) {
        if (!Array.isArray(children) || holdsNoWords(name)) continue;
        const { string } = (node[':@'] ?? {}) as Record<string, string>;
        if (name === 'textpath' && string !== undefined) texts.push(string);
        walk(children as Ordered[]);
      }
    }
  };
  walk(parser.parse(xml) as Ordered[]);
  return texts.join('\n');
}
