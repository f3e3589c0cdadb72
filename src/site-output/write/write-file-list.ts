import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HOST_FILES } from '../../archive/hosts.ts';
import { fileListPages } from '../../publish/data/file-list.ts';
import { PICTURE } from '../../publish/share-picture/picture.ts';
import type { SiteView } from '../../astro/site-view.ts';
import type { SiteFolder } from './site-folder.ts';

/** The page as Astro renders it in every build, without the names of the files. */
const TEMPLATE = 'data/files/index.html';

/**
 * Writes the pages that name every file of the site, for programs that copy it by following links; to be written when
 * all other files are there. A release and what is beside it are left out, since pages name them; its picture
 * they name to other programs alone. So is what hosts read, since they do not hand out their own, and the editor: it is
 * not part of the archive.
 */
export async function writeFileList(
  site: SiteFolder,
  { archive, publication }: SiteView,
): Promise<void> {
  const file = join(site.folder, TEMPLATE);
  const releases = new Set(archive.releases.map(({ path }) => path.slice(1)));
  const isNamed = (path: string) => {
    const [folder, name] = [path.slice(0, path.lastIndexOf('/') + 1), path.split('/').at(-1)];
    return releases.has(folder) && name !== PICTURE;
  };
  const isLinked = (path: string) =>
    path !== TEMPLATE && !HOST_FILES.includes(path) && !path.startsWith('admin/') && !isNamed(path);
  const paths = site.paths().filter(isLinked);
  const template = await readFile(file, 'utf8');
  const { pathname: base } = new URL(publication.addressOf('/'));
  const [first, ...others] = fileListPages(paths, { template, base });
  await writeFile(file, first?.html ?? ''); // in its place on the disk, which has the template
  for (const { path, html } of others) site.write(path, html);
}
