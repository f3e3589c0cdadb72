import type { Axis } from '../archive/browse.ts';

/** The name of each axis in the address of a search. */
export const SEARCH_FIELDS: Record<Axis, string> = {
  offices: 'office',
  caucuses: 'caucus',
  topics: 'topic',
  speakers: 'speaker',
  bills: 'bill',
};
