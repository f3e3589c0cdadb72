import { ABOUT } from '../../archive/own-page.ts';
import { keyed } from '../page-key.ts';
import { siteView } from '../site-view.ts';

/** A page for each file of `pages/`; `about.md` is part of a page that every site has. */
export async function ownPagePaths() {
  const view = await siteView();
  const pages = view.archive.texts.pages.filter(({ path }) => path !== ABOUT);
  const paths = pages.map((page) => {
    return { params: { own: page.path.slice(1, -1) }, props: { page } };
  });
  return keyed(view, paths);
}

/** The styles of the archive's own face, if it has one. */
export async function faceStylePaths() {
  const { styles } = (await siteView()).archive.face;
  if (styles === undefined) return [];
  return [{ params: { face: styles.name.replace(/\.css$/, '') }, props: { css: styles.css } }];
}
