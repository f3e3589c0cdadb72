import { mention } from '../../archive/connections.ts';
import { formerAddresses } from '../../archive/former-addresses.ts';
import { formerParam, hasFormerPage } from '../../archive/former-path.ts';
import { keyed } from '../page-key.ts';
import { type SiteView, siteView } from '../site-view.ts';

/** Former addresses that have a page. One with a query can have none: hosts have rules for it. */
const formerPages = ({ archive }: SiteView) =>
  formerAddresses(archive, archive.ledger).filter(({ path }) => hasFormerPage(path));

/** A page at each former address of a release that is still in the archive. */
export async function movedPaths() {
  const view = await siteView();
  const paths = formerPages(view).flatMap((former) =>
    'release' in former
      ? [
          {
            params: { moved: formerParam(former.path) },
            props: { release: mention(former.release) },
          },
        ]
      : [],
  );
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
