import type { SiteView } from '../../astro/site-view.ts';
import { editorPage } from '../../browser-editor/editor-page.ts';
import { editorSetup } from '../../browser-editor/editor-setup.ts';
import type { SiteFolder } from './site-folder.ts';

/** Writes the editor below `admin/`, if `site.yaml` asks for it. */
export async function writeEditor(
  site: SiteFolder,
  { archive, publication }: SiteView,
): Promise<void> {
  const { editor } = archive.site;
  if (editor === undefined) return;
  // Loaded only where it is needed: it brings a bundler along.
  const { bundleEditor } = await import('../../browser-editor/bundle-editor.ts');
  const setup = editorSetup(archive.site, editor, publication.addressOf('/'));
  site.write('admin/index.html', editorPage(archive.site, editor));
  site.write('admin/setup.json', `${JSON.stringify(setup, undefined, 2)}\n`);
  for (const [name, bytes] of await bundleEditor()) site.write(`admin/${name}`, bytes);
}
