/**
 * Zotero's own code, where it runs: its translation server, which has its translators.
 * @see https://github.com/zotero/translation-server
 */
const SERVER = process.env['ZOTERO_SERVER'];

export const isZoteroHere = SERVER !== undefined;
export const NO_ZOTERO =
  'Zotero is not running: start its translation-server and name it, as in ZOTERO_SERVER=http://127.0.0.1:1969';

interface SavedItem {
  itemType: string;
  title: string;
  creators: { name?: string; firstName?: string; lastName?: string }[];
  [field: string]: unknown;
}

/** What Zotero saved; authors as `Whole name` or `family | given`. */
export interface ZoteroItem extends SavedItem {
  authors: string[];
  /** The notes that belong to it, as text. */
  notes: string[];
}

/** What Zotero has of a citation file. */
export const importToZotero = (text: string) => ask('/import', text);

/** What Zotero saves from a page. */
export const saveToZotero = (address: string) => ask('/web?single=1', address);

async function ask(path: string, body: string): Promise<ZoteroItem> {
  const response = await fetch(`${SERVER}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    body,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`Zotero answers ${response.status}: ${text}`);
  const saved = JSON.parse(text) as SavedItem[];
  const items = saved.filter(({ itemType }) => itemType !== 'note');
  const [item] = items;
  if (item === undefined || items.length !== 1) throw new Error(`${items.length} items`);
  const authors = item.creators.map(
    ({ name, firstName, lastName }) => name ?? `${lastName} | ${firstName}`,
  );
  const notes = saved
    .filter(({ itemType }) => itemType === 'note')
    .map(({ note }) =>
      String(note)
        .replace(/<[^>]*>/g, '')
        .trim(),
    );
  return { ...item, authors, notes };
}
