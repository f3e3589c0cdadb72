import type { Collection } from '../../archive/browse.ts';
import { type Mention, mention } from '../../archive/connections.ts';
import { formerAddresses } from '../../archive/former-addresses.ts';
import { formerParam, hasFormerPage } from '../../archive/former-path.ts';
import { keyed } from '../page-key.ts';
import { type SiteView, siteView } from '../site-view.ts';

/** Former addresses that have a page. One with a query can have none: hosts have rules for it. */
const formerPages = ({ archive }: SiteView) =>
  formerAddresses(archive, archive.ledger).filter(({ path }) => hasFormerPage(path));

interface MovedPath {
  params: { moved: string };
  props: { release: Mention } | { issuer: { name: string; path: string } };
}

/** A page at each former address of a release that is still in the archive, and of an office or a caucus. */
export async function movedPaths() {
  const view = await siteView();
  const paths = formerPages(view).flatMap((former): MovedPath[] => {
    const params = { moved: formerParam(former.path) };
    if ('release' in former) return [{ params, props: { release: mention(former.release) } }];
    return 'issuer' in former ? [{ params, props: { issuer: former.issuer } }] : [];
  });
  return keyed(view, paths);
}

/** A page at the address of each release that was taken out of the archive. */
export async function gonePaths() {
  const view = await siteView();
  const paths = formerPages(view).flatMap((former) =>
    'gone' in former
      ? [{ params: { gone: formerParam(former.path) }, props: { entry: former.gone } }]
      : [],
  );
  return keyed(view, paths);
}

/**
 * The slugs at which a collection has feeds: former ones too, since most programs that ask for a feed follow no page
 * that leads on.
 */
export function slugsOf({ archive }: SiteView, { axis, slug }: Pick<Collection, 'axis' | 'slug'>) {
  const { aliases = [] } =
    (axis === 'offices' || axis === 'caucuses' ? archive[axis].get(slug) : undefined) ?? {};
  return [slug, ...aliases];
}
