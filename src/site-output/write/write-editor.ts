import type { SiteView } from '../../astro/site-view.ts';
import { editorFiles, editorProgram } from '../../browser-editor/editor-files.ts';
import type { SiteFolder } from './site-folder.ts';

/** Writes the editor below `admin/`, if `site.yaml` asks for it. */
export async function writeEditor(
  site: SiteFolder,
  { archive, publication }: SiteView,
): Promise<void> {
  const files = editorFiles(archive.site, publication.addressOf('/'));
  if (files === undefined) return;
  for (const [name, bytes] of [...files, ...(await editorProgram())]) {
    site.write(`admin/${name}`, bytes);
  }
}
