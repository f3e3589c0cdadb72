import { encodePath } from '../../archive/path-encoding.ts';
import { escapeXml } from '../xml.ts';

/** Files that a page names: some 10 kB as gzip sends them. */
const FILES_ON_A_PAGE = 1000;

/** Where the names of files and of the list's other pages go. */
const FILES = '<ul data-files></ul>';
const PAGES = /<nav aria-label="[^"]*"><\/nav>/;

/** A page of the list, by its path below the site's root. */
export interface FileListPage {
  path: string;
  html: string;
}

export interface FileListOptions {
  /** The page `/data/files/` as Astro made it, without the names. */
  template: string;
  /** Where the site is mounted, with a `/` at both ends. */
  base: string;
}

/**
 * The pages of links to files, for programs that copy a site by following its links. The first is `/data/files/`;
 * each leads to all others.
 * @param paths of the files, below the site's root.
 * @throws {Error} if the template has no place for the names.
 */
export function fileListPages(
  paths: readonly string[],
  { template, base }: FileListOptions,
): FileListPage[] {
  if (!template.includes(FILES) || !PAGES.test(template))
    throw new Error('The page data/files/ has no place for the names of the files');
  const count = Math.max(1, Math.ceil(paths.length / FILES_ON_A_PAGE));
  const numbers = Array.from({ length: count }, (_, n) => n + 1);
  return numbers.map((number) => {
    const files = paths.slice((number - 1) * FILES_ON_A_PAGE, number * FILES_ON_A_PAGE);
    // A page has one address, without its file's name.
    const items = files.map((path) =>
      item(base + encodePath(path.replace(/(?<![^/])index\.html$/, '')), path),
    );
    const pages = numbers.map((other) =>
      item(`${base}${folderOf(other)}`, String(other), other === number),
    );
    return {
      path: `${folderOf(number)}index.html`,
      html: template
        .replace(FILES, () => `<ul data-files>${items.join('')}</ul>`)
        .replace(PAGES, (nav) =>
          count === 1 ? '' : nav.replace('><', () => `><ul>${pages.join('')}</ul><`),
        ),
    };
  });
}

const folderOf = (number: number) => (number === 1 ? 'data/files/' : `data/files/page/${number}/`);

function item(href: string, text: string, isCurrent = false): string {
  const current = isCurrent ? ' aria-current="page"' : '';
  return `<li><a href="${escapeXml(href)}"${current}>${escapeXml(text)}</a></li>`;
}
