/** A statement that someone collected; without one a release as a whole. */
export interface CollectedItem {
  /** The address of the release below `/releases/`, as in `2017/11/22/words`. */
  release: string;
  statement?: string | undefined;
}

/**
 * A collection as the part of an address behind its `#`: releases with commas between, each with its statements,
 * `2017/11/22/words:73ekktxe.abcd2345-2`. The statements of a release come together, where its first one is.
 */
export function encodeCollection(items: readonly CollectedItem[]): string {
  const parts: string[] = [];
  for (const [release, own] of Map.groupBy(items, (item) => item.release)) {
    const ids = own.flatMap(({ statement }) =>
      statement === undefined ? [] : [statement.slice(2)],
    );
    if (ids.length < own.length) parts.push(release);
    if (ids.length > 0) parts.push(`${release}:${ids.join('.')}`);
  }
  return parts.map(encodeURI).join(',');
}

/** Items with others behind them, each once. */
export function withItems(
  items: readonly CollectedItem[],
  added: readonly CollectedItem[],
): CollectedItem[] {
  const all = new Map<string, CollectedItem>();
  for (const item of [...items, ...added]) {
    const key = `${item.release}#${item.statement ?? ''}`;
    if (!all.has(key)) all.set(key, item);
  }
  return [...all.values()];
}
