import { isOld } from '../../archive/age.ts';
import { mentioned } from '../../archive/connections.ts';
import { keyed, later } from '../page-key.ts';
import { shownEchoes } from '../release-echoes.ts';
import { releasePage } from '../release-page.ts';
import { siteView } from '../site-view.ts';

/** A page for each release. */
export async function releasePaths() {
  const view = await siteView();
  const paths = [];
  for (const release of view.archive.releases) {
    const [, , year, month, day, slug] = release.path.split('/');
    const connected = mentioned(view.connect(release));
    // The digests of its files are in the head of the page.
    const files = [];
    for (const { file } of release.attachments ?? []) {
      files.push(await view.publication.fileOf(file));
    }
    const old = isOld(release.date, view.publication.today);
    const echoes = shownEchoes(view, release);
    const page = later(view, { release, connected, files, old, echoes }, () =>
      releasePage(view, release, echoes),
    );
    paths.push({ params: { year, month, day, slug }, props: { release, connected, page } });
  }
  return keyed(view, paths);
}
