/**
 * How a cell begins that a spreadsheet may take for a formula, in ASCII or in the full-width characters of East
 * Asia, after white space or invisible characters; any number of `'` may come before it.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

/**
 * A text as a cell of CSV that no spreadsheet reckons with: where it begins as a formula does, with one `'`
 * before it. `cellText` takes that away again, so that every text comes back as it was.
 */
export const textCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text in a cell. */
export const cellText = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
