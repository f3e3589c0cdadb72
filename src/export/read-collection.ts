import { decodePath } from '../archive/path-encoding.ts';
import { STATEMENT_ID } from '../archive/statement-id-form.ts';
import { type CollectedItem, withItems } from './collection-address.ts';

const RELEASE = /^\d{4}\/\d{2}\/\d{2}\/[^\s:.,/?#]+$/;
const ADDRESS =
  /\/releases\/(?<day>\d{4}\/\d{2}\/\d{2})\/(?<name>[^\s/?#"'<>]+)\/?[^\s#"'<>]*(?:#(?<statement>s-[a-z2-7]{8}(?:-\d+)?))?/g;

/**
 * Reads what `encodeCollection` has written, also where a mail program has escaped its marks.
 * @returns the items, each once, and how many parts make no sense.
 */
export function decodeCollection(fragment: string): { items: CollectedItem[]; unreadable: number } {
  let items: CollectedItem[] = [];
  let unreadable = 0;
  for (const part of (decodePath(fragment) ?? fragment).split(',').filter(Boolean)) {
    const [release = '', ids] = part.split(':');
    const statements = ids?.split('.').map((id) => `s-${id}`) ?? [undefined];
    for (const statement of statements) {
      const isRead =
        RELEASE.test(release) && (statement === undefined || STATEMENT_ID.test(statement));
      if (isRead) items = withItems(items, [{ release, statement }]);
      else unreadable++;
    }
  }
  return { items, unreadable };
}

/** The releases and statements whose addresses are in a text, in order. */
export function itemsInText(text: string): CollectedItem[] {
  return [...text.matchAll(ADDRESS)].map(({ groups = {} }) => {
    const name = decodePath(groups['name'] ?? '') ?? '';
    return {
      release: `${groups['day']}/${name}`,
      statement: groups['statement'],
    };
  });
}
