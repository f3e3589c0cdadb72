import type { DayRange } from './filter-releases.ts';
import type { QueryState } from './query-state.ts';

/** The events between the parts of the search page; all pass through `<release-search>`. */
interface SearchEvents {
  /** The visitor starts another search: as a new step of the history, or in place of the present one. */
  'search-requested': { state: QueryState; step: 'push' | 'replace' };
  /** The visitor chooses days for the present search, or no days. */
  'days-chosen': DayRange;
  /** The visitor is about to type for the first time. */
  'field-focused': undefined;
  /** The check boxes of the filters exist: from now on the form has the chosen values. */
  'filters-ready': undefined;
  /** Results could not be loaded. */
  'search-failed': { cause: unknown };
}

/** @param search the `<release-search>`. */
export function emit<Name extends keyof SearchEvents>(
  search: HTMLElement,
  name: Name,
  detail: SearchEvents[Name],
): void {
  search.dispatchEvent(new CustomEvent(name, { detail }));
}

/** @param search the `<release-search>`. */
export function on<Name extends keyof SearchEvents>(
  search: HTMLElement,
  name: Name,
  react: (detail: SearchEvents[Name]) => void,
): void {
  search.addEventListener(name, (event) => react((event as CustomEvent).detail));
}
