import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { listContent } from '../../../src/archive/content-folder.ts';
import { readRelease } from '../../../src/archive/release.ts';

/**
 * Releases of a content folder as the plain texts that they may have been: the headline, and below it
 * a line a paragraph, with the characters that Markdown escapes as they were.
 */
export async function* rawTexts(contentDir: string): AsyncGenerator<{ id: string; text: string }> {
  const { releases } = await listContent(contentDir);
  for (const path of releases) {
    const { id, release, body } = readRelease(await readFile(join(contentDir, path)), path);
    if (release === undefined || body === undefined) continue;
    const plain = body.markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1').trim();
    const title = plain.startsWith(release.title.slice(0, 20)) ? '' : `${release.title}\n  `;
    yield { id, text: `${title}${plain.replace(/\n\n+/g, '\n   ')}\n` };
  }
}

/** Writes some of them as files, to be imported as people do. */
export async function writeTexts(contentDir: string, folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  let n = 0;
  for await (const { id, text } of rawTexts(contentDir)) {
    if (n++ === count) break;
    await writeFile(join(folder, `${id}.txt`), text);
  }
}

/** The same as Word documents. */
export async function writeDocuments(
  contentDir: string,
  folder: string,
  count: number,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  let n = 0;
  for await (const { id, text } of rawTexts(contentDir)) {
    if (n++ === count) break;
    const [headline = '', ...lines] = text.trim().split('\n');
    const children = [
      new Paragraph({ text: headline, heading: HeadingLevel.HEADING_1 }),
      ...lines.map((line) => new Paragraph(line.trim())),
    ];
    const document = new Document({ sections: [{ children }] });
    await writeFile(join(folder, `${id}.docx`), await Packer.toBuffer(document));
  }
}
