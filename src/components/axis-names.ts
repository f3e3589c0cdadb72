import type { Axis } from '../archive/browse.ts';

/** What the ways to browse are called on the page. */
export const AXIS_NAMES: Record<Axis, { many: string; one: string; field: string }> = {
  offices: { many: 'Offices', one: 'Office', field: 'office' },
  caucuses: { many: 'Caucuses', one: 'Caucus', field: 'caucus' },
  topics: { many: 'Topics', one: 'Topic', field: 'topic' },
  speakers: { many: 'Speakers', one: 'Speaker', field: 'speaker' },
};

/** `1 release`, `1,234 releases`. */
export const countReleases = (count: number) =>
  `${count.toLocaleString('en')} ${count === 1 ? 'release' : 'releases'}`;
