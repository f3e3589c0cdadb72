import { type Mention, mention } from '../archive/connections.ts';
import { displayName } from '../archive/browse.ts';
import type { Release } from '../archive/release.ts';
import type { Echo } from '../echoes/archive-echoes.ts';
import { type OfficesByYear, officesByYear } from './offices-by-year.ts';
import type { SiteView } from './site-view.ts';

/** A statement of another release with the same words, as a page shows it. */
interface ShownEcho {
  release: Mention;
  /** The names of its offices. */
  offices: string[];
  /** Its id in that release. */
  statement: string;
  isNear: boolean;
}

/** Where else a statement is, as its page shows it. */
export interface ShownStatementEchoes {
  statement: string;
  isBoilerplate: boolean;
  /** In how many other releases it is, `MAX_COUNTED` at most; 0 of boilerplate, which nobody counts. */
  count: number;
  isMore: boolean;
  /** Of all releases that have it, this one too, where they are few enough to be counted. */
  overTime: OfficesByYear | undefined;
  /** The first ones that are not in a release that is nearly the same as a whole. */
  listed: ShownEcho[];
}

/** What the page of a release shows of what it has in common with others. */
export interface ShownEchoes {
  statements: ShownStatementEchoes[];
  alike: Mention[];
}

/** Counted further, the pages of all these releases would be made again for each that is added. */
const MAX_COUNTED = 25;
/** Two releases are no line through time: the list says all of them. */
const MIN_OVER_TIME = 2;
/** Others are found by the search. */
const MAX_LISTED = 5;
const MAX_ALIKE = 10;

/** The oldest come first, so that a release that is added does not change a list that is full. */
export function shownEchoes(view: SiteView, release: Release): ShownEchoes | undefined {
  const found = view.publication.echoesOf(release);
  if (found === undefined) return undefined;
  const alike = new Set(found.alike.slice(0, MAX_ALIKE));
  const shown = ({ release: other, statement, isNear }: Echo): ShownEcho => ({
    release: mention(other),
    offices: other.office.map((slug) => displayName(view.archive, 'offices', slug)),
    statement,
    isNear,
  });
  const overTime = (echoes: readonly Echo[]) =>
    echoes.length >= MIN_OVER_TIME && echoes.length <= MAX_COUNTED
      ? officesByYear(view.archive, [release, ...echoes.map((echo) => echo.release)])
      : undefined;
  return {
    statements: found.statements.map(({ statement, isBoilerplate, echoes }) => ({
      statement,
      isBoilerplate,
      count: Math.min(echoes.length, MAX_COUNTED),
      isMore: echoes.length > MAX_COUNTED,
      overTime: overTime(echoes),
      listed: echoes
        .filter(({ release: other }) => !alike.has(other))
        .slice(0, MAX_LISTED)
        .map(shown),
    })),
    alike: [...alike].map(mention),
  };
}
