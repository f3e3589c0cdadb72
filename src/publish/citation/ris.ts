import { authorName, type CslItem, dayOf, managerName, notesOf } from './csl-item.ts';

/**
 * A citation as RIS. `ELEC` is what Zotero and EndNote read as a web page; there are two spaces before the
 * dash, and lines end with CRLF.
 * @see https://github.com/aurimasv/translators/wiki/RIS-Tag-Map
 */
export function formatRis(item: CslItem): string {
  const day = dayOf(item.issued);
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', 'ELEC'],
    ...item.author.map((author): [string, string] => ['AU', managerName(author)]),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['DA', day.replaceAll('-', '/')],
    ['PY', day.slice(0, 4)],
    ['PB', item.author.map(authorName).join('; ')],
    ['M3', item.genre],
    ['LA', item.language],
    ['UR', item.URL],
    ['Y2', item.accessed && dayOf(item.accessed).replaceAll('-', '/')],
    ...notesOf(item).map((note): [string, string] => ['N1', note]),
    ['ID', item.id],
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined)
    .map(([tag, value]) => `${tag}  - ${value}\r\n`);
  return `${lines.join('')}ER  - \r\n`;
}
