import { realpath } from 'node:fs/promises';
import { basename, dirname, extname, relative, resolve } from 'node:path';
import { decodePath } from '../../archive/path-encoding.ts';
import type { LeftOut, Picture, SourceDocument, SourceFile } from './document.ts';
import { readWhole } from './read-whole.ts';

const PICTURE = /^\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const DATA = /^data:image\/(?<kind>[\w-]+)(?![\w-])[^,]*;base64,(?<bytes>[\s\S]*)$/i;
const ELSEWHERE =
  'a picture from another site, from which pages load nothing: put the file under media/ and list it in attachments';
const NOT_BESIDE =
  'a picture that is not in the folder of its text or below: put the file under media/ and list it in attachments';

/**
 * Adds the pictures of a text to its files: those embedded in it, and those in its folder. Others are
 * reported as left out.
 * @param path of the text; undefined if it is not a file of its own.
 */
export async function gatherPictures(
  document: SourceDocument,
  path: string | undefined,
): Promise<SourceDocument> {
  const pictures = new Map((document.pictures ?? []).map((one) => [one.address, one]));
  if (pictures.size === 0) return document;
  const files: SourceFile[] = [];
  const alsoLeftOut: LeftOut[] = [];
  for (const picture of pictures.values()) {
    const file = embedded(picture) ?? (path && (await fromFolder(picture, path)));
    if (file) files.push(file);
    else alsoLeftOut.push(leftOut(picture));
  }
  const warnings = alsoLeftOut.map(({ text }) => `Skipped a picture: ${text}`);
  return {
    ...document,
    files: [...document.files, ...files],
    alsoLeftOut: [...(document.alsoLeftOut ?? []), ...alsoLeftOut],
    warnings: [...document.warnings, ...warnings],
  };
}

function embedded({ address, alt }: Picture): SourceFile | undefined {
  const { kind, bytes } = DATA.exec(address)?.groups ?? {};
  if (kind === undefined || bytes === undefined) return undefined;
  const name = `picture.${kind.toLowerCase().replace('jpeg', 'jpg').replace('svg-xml', 'svg')}`;
  return { name, bytes: Buffer.from(bytes, 'base64'), alt: alt || undefined };
}

/** Never reads a file from elsewhere on the disk: what is imported is published. */
async function fromFolder({ address, alt }: Picture, path: string) {
  if (/^(?:[a-z][a-z\d+.-]+:|\/)/i.test(address)) return undefined;
  try {
    const folder = await realpath(dirname(path));
    const name = decodePath(address.split(/[?#]/, 1)[0] ?? '') ?? '';
    const file = await realpath(resolve(folder, name));
    if (/^\.\.|^[/\\]/.test(relative(folder, file)) || !PICTURE.test(extname(file)))
      return undefined;
    return { name: basename(file), bytes: await readWhole(file), alt: alt || undefined };
  } catch {
    return undefined; // it does not exist, or the address is no path: reported as left out
  }
}

function leftOut({ address, alt }: Picture): LeftOut {
  const place = address.startsWith('data:') ? 'embedded in the text' : address.slice(0, 200);
  return {
    text: alt === '' ? place : `${alt} (${place})`,
    reason: /^(?:https?:)?\/\//i.test(address) ? ELSEWHERE : NOT_BESIDE,
  };
}
