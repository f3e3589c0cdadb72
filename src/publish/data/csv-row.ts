import { textCell } from '../../archive/spreadsheet-cell.ts';

/** One value of several in a cell. */
export const SEPARATOR = '; ';

/** By RFC 4180: lines end with CRLF, and values with a special character are in quotation marks. */
export const formatRow = (values: readonly string[]): string =>
  `${values
    .map(textCell)
    .map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
    .join(',')}\r\n`;
