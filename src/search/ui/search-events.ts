import type { DayRange } from './filter-releases.ts';
import type { QueryState } from './query-state.ts';

/** What the parts of the search page say to each other; all of it passes through `<release-search>`. */
export interface SearchEvents {
  /** The visitor asks for another search: a new step of the history, or another form of the present one. */
  'search-requested': {
    state: QueryState;
    step: 'push' | 'replace';
    /** Whether the last word is still being typed. */
    isTyping?: boolean;
  };
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
