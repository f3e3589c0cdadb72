import { keyed } from '../page-key.ts';
import { siteView } from '../site-view.ts';

/** A page for each release whose fields are faulty, in the preview alone: no build has any. */
export async function faultyPaths() {
  const view = await siteView();
  const shown = import.meta.env.PROD ? [] : view.archive.faulty;
  const paths = shown.map((release) => {
    return { params: { faulty: release.path.slice(1, -1) }, props: { release } };
  });
  return keyed(view, paths);
}
