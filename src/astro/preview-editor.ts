import type { ViteDevServer } from 'vite';
import { type EditorFiles, editorFiles, editorProgram } from '../browser-editor/editor-files.ts';
import { mediaTypeOf } from '../publish/media-type.ts';
import { readTarget } from '../serve/site-path.ts';
import type { Settings } from '../settings.ts';
import type { SiteView } from './site-view.ts';

/** The preview serves the editor at `/admin/` as well, if `site.yaml` asks for it. */
export function serveEditor(
  server: ViteDevServer,
  { base }: Settings,
  view: () => Promise<SiteView>,
): void {
  let program: Promise<EditorFiles> | undefined; // made when somebody opens the page
  async function fileOf(name: string) {
    const { archive, publication } = await view();
    const files = editorFiles(archive.site, publication.addressOf('/'));
    if (files === undefined) return undefined;
    return files.get(name) ?? (await (program ??= editorProgram())).get(name);
  }
  server.middlewares.use((request, response, next) => {
    const asked = readTarget(request.url ?? '/', base);
    if ('status' in asked || asked.file[0] !== 'admin') return next();
    const name = asked.file.slice(1).join('/') || 'index.html';
    fileOf(name).then((bytes) => {
      if (bytes === undefined) return next();
      response.setHeader('content-type', mediaTypeOf(name));
      response.end(bytes);
    }, next);
  });
}
