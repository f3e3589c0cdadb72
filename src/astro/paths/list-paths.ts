import { countReleases, periods, periodPlaces, timeline } from '../../archive/browse.ts';
import { type ListPage, paginate } from '../../archive/paginate.ts';
import { listed } from '../listed-release.ts';
import { keyed } from '../page-key.ts';
import { siteView } from '../site-view.ts';

/** The rest of a list page's path, for a `[...page]` route: none for the first, then `page/2`. */
export const pageParam = ({ number }: ListPage<unknown>) =>
  number === 1 ? undefined : `page/${number}`;

/** The pages of the list of all releases. */
export async function allReleasesPaths() {
  const view = await siteView();
  const { releases } = view.archive;
  const years = timeline(releases);
  const paths = paginate(listed(view, releases), '/releases/').map((page) => ({
    params: { page: pageParam(page) },
    props: { page, years },
  }));
  return keyed(view, paths);
}

/** The pages of each year's list. */
export async function yearPaths() {
  const view = await siteView();
  const years = periodPlaces(view.years);
  const paths = view.years.flatMap(({ key, path, releases }, n) => {
    const months = countReleases(periods(releases, 7));
    return paginate(listed(view, releases), path).map((page) => ({
      params: { year: key, page: pageParam(page) },
      props: { year: key, months, page, later: years[n - 1], earlier: years[n + 1] },
    }));
  });
  return keyed(view, paths);
}

/** The pages of each month's list. */
export async function monthPaths() {
  const view = await siteView();
  const months = periodPlaces(view.months);
  const paths = view.months.flatMap(({ key, path, releases }, n) => {
    const days = countReleases(periods(releases, 10)).toReversed();
    return paginate(listed(view, releases), path).map((page) => ({
      params: { year: key.slice(0, 4), month: key.slice(5), page: pageParam(page) },
      props: { month: key, days, page, later: months[n - 1], earlier: months[n + 1] },
    }));
  });
  return keyed(view, paths);
}

/** The pages of each day's list. */
export async function dayPaths() {
  const view = await siteView();
  const days = periodPlaces(view.days);
  const paths = view.days.flatMap(({ key, path, releases }, n) =>
    paginate(listed(view, releases), path).map((page) => {
      const [year, month, day] = key.split('-');
      return {
        params: { year, month, day, page: pageParam(page) },
        props: { day: key, page, later: days[n - 1], earlier: days[n + 1] },
      };
    }),
  );
  return keyed(view, paths);
}
