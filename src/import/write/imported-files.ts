import { hash } from 'node:crypto';
import { extname, join, sep } from 'node:path';
import { yearOf } from '../../archive/day.ts';
import type { Attachment } from '../../archive/frontmatter.ts';
import { encodePath } from '../../archive/path-encoding.ts';
import { slugFromTitle } from '../../archive/new-release.ts';
import type { SourceFile } from '../read/document.ts';
import { placedAddress } from '../read/placed-pictures.ts';

/** A file written with a release: an attachment under `media/`, or an unpublished copy of the source. */
export interface ImportedFile {
  /** Below the content folder. */
  path: string;
  bytes: Uint8Array;
  /** The entry in the frontmatter; undefined for what the text shows, and for what is not published. */
  attachment: Attachment | undefined;
}

/** Names the files of a source after their release. */
export function importedFiles(
  id: string,
  files: readonly SourceFile[],
  source: SourceFile | undefined,
): ImportedFile[] {
  const taken = new Set<string>();
  return [...files, ...(source ? [source] : [])].map(
    ({ name, bytes, alt, title, place, isShown }) => {
      const file = place ?? freePath(id, name, taken);
      taken.add(file);
      const attachment = { file, title: title ?? alt ?? name, ...(alt !== undefined && { alt }) };
      return { path: join('media', file), bytes, attachment: isShown ? undefined : attachment };
    },
  );
}

/** A text in which the pictures that it shows have the names of their files. */
export function withPictures(
  markdown: string,
  files: readonly SourceFile[],
  media: readonly ImportedFile[],
): string {
  return files.reduce((text, { name }, n) => {
    const path = media[n]?.path.split(sep).join('/');
    return path === undefined
      ? text
      : text.replaceAll(`](${placedAddress(name)}`, `](/${encodePath(path)}`);
  }, markdown);
}

/** The copy of a source under `sources/`, which no build reads. */
export function keptSource(id: string, { name, bytes }: SourceFile): ImportedFile {
  const path = join('sources', freePath(id, name, new Set()));
  return { path, bytes, attachment: undefined };
}

function freePath(id: string, name: string, taken: ReadonlySet<string>): string {
  const extension = extname(name)
    .toLowerCase()
    .replace(/[^.a-z0-9]/g, '');
  const words = slugFromTitle(name.slice(0, name.length - extname(name).length)) || 'file';
  const path = `${yearOf(id)}/${id}-${words}`;
  let file = `${path}${extension}`;
  for (let n = 2; taken.has(file); n++) file = `${path}-${n}${extension}`;
  return file;
}

/** The SHA-256 digests of such files by path, in hexadecimal. */
export const digestsOf = (files: readonly ImportedFile[]) =>
  Object.fromEntries(files.map(({ path, bytes }) => [path, hash('sha256', bytes)]));
