import { XMLParser } from 'fast-xml-parser';
import { UnreadableSource } from '../read/document.ts';
import { type Row, rowsIn } from './rows.ts';

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, trimValues: false });

/**
 * The entries of an export in XML that has an element for each, with elements for its fields, as Drupal's
 * views and REST write it; or of a feed (RSS) with whole texts.
 * @throws {UnreadableSource} if it is damaged, or has no such list.
 */
export function xmlRows(text: string): Row[] {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, 4096))) {
    throw new UnreadableSource(
      'has entities in it, which could load other files',
      'export it again, or save it as CSV',
    );
  }
  let root: Row;
  try {
    root = parser.parse(text) as Row;
  } catch (cause) {
    throw new UnreadableSource(`is damaged XML (${(cause as Error).message})`, 'export it again');
  }
  const elements = Object.entries(root).filter(([name]) => !name.startsWith('?'));
  return rowsIn(Object.fromEntries(elements));
}
