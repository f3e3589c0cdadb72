import type { Styles } from './styles.ts';
import { childOf, childValue, type XmlElement } from './xml.ts';

/** A cell's place in its table, counted from 0. */
export interface CellPlace {
  row: number;
  rows: number;
  cell: number;
  cells: number;
}

/** Parts of a table with a look of their own: which cells are in each, and the bit of `w:tblLook` for it. */
const PARTS: [name: string, flag: string, bit: number, isIn: (place: CellPlace) => boolean][] = [
  ['firstCol', 'w:firstColumn', 0x80, ({ cell }) => cell === 0],
  ['lastCol', 'w:lastColumn', 0x100, ({ cell, cells }) => cell === cells - 1],
  ['firstRow', 'w:firstRow', 0x20, ({ row }) => row === 0],
  ['lastRow', 'w:lastRow', 0x40, ({ row, rows }) => row === rows - 1],
]; // the first wins (ECMA-376, 17.7.6)

/**
 * What the style of a table gives the text of its cells: properties, the nearest first. Bands of rows and
 * columns are colours in all styles that Word comes with, and are ignored.
 */
export function tableLooks(
  styles: Styles,
  table: XmlElement | undefined,
): (place: CellPlace) => XmlElement[] {
  const style = childValue(table, 'w:tblStyle');
  const look = childOf(table, 'w:tblLook')?.attributes;
  const bits = Number.parseInt(look?.get('w:val') ?? '', 16) || 0;
  const isOn = (flag: string, bit: number) =>
    look?.has(flag) ? /^(?:1|true|on)$/.test(look.get(flag) ?? '') : (bits & bit) !== 0;
  const parts = PARTS.filter(([, flag, bit]) => isOn(flag, bit));
  return (place) =>
    styles.ofCell(
      style,
      parts.filter(([, , , isIn]) => isIn(place)).map(([name]) => name),
    );
}
