import { ABOUT } from '../archive/own-page.ts';
import type { LoadedArchive } from '../load/load-archive.ts';
import type { Face } from '../load/load-face.ts';

/** The name of a page, and its path below the site's base. */
interface PageLink {
  name: string;
  path: string;
  /** As in `OwnPage`. */
  language?: string;
}

/** How each page looks, where the archive has a face of its own. */
export interface SiteLook extends Pick<Face, 'logo' | 'icon' | 'hasSystemFonts'> {
  /** The path of its styles, below the site's base. */
  styles: string | undefined;
  /** HTML of its own at the foot. */
  footer: string | undefined;
  /** Its own pages: those in the navigation at the top, and the others. */
  navPages: PageLink[];
  footPages: PageLink[];
}

/** How the pages of an archive look. */
export function lookOf({ face, texts }: LoadedArchive): SiteLook {
  const { logo, icon, hasSystemFonts, styles } = face;
  const pages = texts.pages.filter(({ path }) => path !== ABOUT);
  const named = (isInNav: boolean) =>
    pages
      .filter((page) => page.isInNav === isInNav)
      .map(({ title, path, language }): PageLink => {
        return { name: title, path, ...(language && { language }) };
      });
  return {
    ...(logo && { logo }),
    ...(icon && { icon }),
    hasSystemFonts,
    styles: styles && `/assets/${styles.name}`,
    footer: texts.footer?.html,
    navPages: named(true),
    footPages: named(false),
  };
}
