import type { EditorSettings } from '../archive/editor-settings.ts';
import { escapeXml } from '../publish/xml.ts';
import { originsOf } from './editor-backend.ts';

/**
 * What the page of the editor may load: the archive's own files and the server of the repository. Sveltia CMS
 * writes styles into its page, shows pictures that are not saved yet, and decodes photographs with WebAssembly.
 */
function editorPolicy(settings: EditorSettings): string {
  const origins = originsOf(settings).join(' ');
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    `img-src 'self' blob: data: ${origins}${AVATARS[settings.backend]}`,
    "media-src 'self' blob:",
    `connect-src 'self' blob: data: ${origins}`,
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    "manifest-src 'self' blob: data:",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** Where the pictures of people come from. */
const AVATARS: Record<EditorSettings['backend'], string> = {
  github: ' https://avatars.githubusercontent.com',
  gitlab: ' https://secure.gravatar.com',
  gitea: '',
};

/** The one page of the editor. */
export const editorPage = (
  { title, language }: { title: string; language: string },
  settings: EditorSettings,
): string => `<!doctype html>
<html lang="${escapeXml(language)}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="content-security-policy" content="${escapeXml(editorPolicy(settings))}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${escapeXml(title)}</title>
    <script type="module" src="start.js"></script>
  </head>
  <body>
    <noscript>The editor is a program that runs in this page: allow JavaScript for it.</noscript>
  </body>
</html>
`;
