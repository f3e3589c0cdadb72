import { AXES, collectionFacts, isInferred, timeline } from '../../archive/browse.ts';
import { paginate } from '../../archive/paginate.ts';
import { listed, listedWithWords } from '../listed-release.ts';
import { officesByYear } from '../offices-by-year.ts';
import { keyed } from '../page-key.ts';
import { siteView } from '../site-view.ts';
import { pageParam } from './list-paths.ts';

/** A page for each axis: its collections, and how many releases each has. */
export async function axisPaths() {
  const view = await siteView();
  const paths = AXES.map((axis) => {
    const collections = view.collections[axis].map((collection) => {
      const { name, path, releases } = collection;
      return { name, path, count: releases.length, isInferred: isInferred(collection) };
    });
    return { params: { axis }, props: { axis, collections } };
  });
  return keyed(view, paths);
}

/** The pages of each collection's list. */
export async function collectionPaths() {
  const view = await siteView();
  const paths = AXES.flatMap((axis) => view.collections[axis]).flatMap(
    ({ releases, ...collection }) => {
      const facts = collectionFacts(view.archive, collection, view.publication.today);
      const years = timeline(releases);
      // An office's own page would have a single row.
      const overTime =
        collection.axis === 'offices' ? undefined : officesByYear(view.archive, releases);
      const items =
        collection.axis === 'speakers'
          ? listedWithWords(view, releases, collection.slug)
          : listed(view, releases);
      return paginate(items, collection.path).map((page) => ({
        params: { axis: collection.axis, collection: collection.slug, page: pageParam(page) },
        props: {
          collection,
          facts,
          years,
          overTime: page.number === 1 ? overTime : undefined,
          page,
        },
      }));
    },
  );
  return keyed(view, paths);
}
