import type { CitedList } from './cited-list.ts';
import { LIST_FORMATS } from './format-list.ts';

/**
 * Hands a list to the visitor as a file, in the browser's way of saving.
 * @param format a name in `LIST_FORMATS`.
 * @param name of the file, without its extension.
 * @returns the name of the file.
 * @throws {RangeError} if there is no such format.
 */
export function saveList(list: CitedList, format: string, name: string): string {
  const chosen = LIST_FORMATS[format];
  if (chosen === undefined) throw new RangeError(`There is no format ${format}`);
  const { extension, mediaType } = chosen;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([chosen.format(list)], { type: mediaType }));
  link.download = `${name}.${extension}`;
  link.click();
  // The browser has begun to save once this turn is over, and does not need the address any more.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return link.download;
}
