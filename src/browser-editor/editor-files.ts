import type { Site } from '../archive/site.ts';
import { editorPage } from './editor-page.ts';
import { editorSetup } from './editor-setup.ts';

/** Files by their names below `admin/`. */
export type EditorFiles = Map<string, string | Uint8Array>;

/**
 * The page of the editor, and what its program is to know of the archive.
 * @param address of the site, with a `/` at its end.
 * @returns undefined where `site.yaml` asks for no editor.
 */
export function editorFiles(site: Site, address: string): EditorFiles | undefined {
  const { editor } = site;
  if (editor === undefined) return undefined;
  const setup = editorSetup(site, editor, address);
  return new Map([
    ['index.html', editorPage(site, editor)],
    ['setup.json', `${JSON.stringify(setup, undefined, 2)}\n`],
  ]);
}

/** The program of the editor, which is the same for all archives. It takes some seconds to make. */
export async function editorProgram(): Promise<EditorFiles> {
  // Loaded only where it is needed: it brings a bundler along.
  const { bundleEditor } = await import('./bundle-editor.ts');
  return bundleEditor();
}
