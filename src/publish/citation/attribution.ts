import { textCell } from '../../archive/spreadsheet-cell.ts';
import { authorName, type CslItem, dayOf } from './csl-item.ts';

/** Months as the AP Stylebook shortens them with a day; the others are written out. */
const MONTHS = [
  ...['Jan.', 'Feb.', 'March', 'April', 'May', 'June'],
  ...['July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'],
];

/** A line that attributes words to an office, in the style of the AP: in English, as that is. */
export function formatAttribution(item: CslItem): string {
  const names = item.author.map(authorName);
  const [year = '', month, day] = dayOf(item.issued).split('-');
  const date = `${MONTHS[Number(month) - 1] ?? ''} ${Number(day)}, ${year}`;
  const [last = '', others] = [names.at(-1), names.slice(0, -1).join(', ')];
  const who = others === '' ? last : `${others} and ${last}`;
  const status = item.status === undefined ? '' : ` [${item.status}]`;
  const said = `${who} said in a news release dated ${date}`;
  if (item.note === undefined) return `${said}, headlined “${item.title}.”${status} ${item.URL}`;
  const words = item.note.replace(/[.,]$/, '');
  const mark = /[?!…]$/.test(words) ? '' : ',';
  return `“${words}${mark}” ${said}.${status} ${item.URL}`;
}

/** A row of a table, with tabs between its cells as spreadsheets paste them: day, offices, headline, words, address. */
export const formatTableRow = (item: CslItem): string =>
  [
    dayOf(item.issued),
    item.author.map(authorName).join('; '),
    item.title,
    [item.note, item.status && `[${item.status}]`].filter(Boolean).join(' '),
    item.URL,
  ]
    .map((cell) => cell.replace(/\s+/g, ' '))
    .map(textCell)
    .join('\t');
