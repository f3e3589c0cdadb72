import { ZipFile } from 'yazl';
import { findLibreOffice } from '../../src/import/office/find-libreoffice.ts';

/** Why a test with LibreOffice is skipped: it is not installed here. False where it is. */
export const noLibreOffice: string | false =
  findLibreOffice() === undefined &&
  'LibreOffice is not installed (Debian: apt-get install libreoffice-writer)';

/** A zip archive of these files, named as they are. */
export async function zipOf(files: Record<string, string | Buffer>, options = {}): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), name, options);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const NAMESPACES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';

const bodyOf = (paragraphs: readonly string[]) =>
  `<office:body><office:text>${paragraphs.map((text) => `<text:p>${escaped(text)}</text:p>`).join('')}</office:text></office:body>`;

/** An OpenDocument text in one XML file (.fodt). */
export const fodtOf = (paragraphs: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">${bodyOf(paragraphs)}</office:document>`;

/** An OpenDocument text (.odt). */
export const odtOf = (paragraphs: readonly string[]) =>
  zipOf(
    {
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES} office:version="1.2">${bodyOf(paragraphs)}</office:document-content>`,
      'META-INF/manifest.xml':
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    },
    { compress: false },
  );

/** A rich text document (.rtf). */
export const rtfOf = (paragraphs: readonly string[]) =>
  `{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Arial;}}{\\info{\\author Riley Wire}}\n${paragraphs
    .map((text) => `${rtfEscaped(text)}\\par\n`)
    .join('')}}`;

const rtfEscaped = (text: string) =>
  text
    .replace(/[\\{}]/g, (character) => `\\${character}`)
    .replace(/[^\x00-\x7f]/g, (character) => `\\u${character.charCodeAt(0)}?`);
