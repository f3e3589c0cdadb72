import { hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CDXIndexer, WARCRecord } from 'warcio';
import { WARCSerializer } from 'warcio/node';
import { ZipFile } from 'yazl';
import { formatJson } from '../publish/data/format-json.ts';
import { digestFile } from '../publish/file-digest.ts';
import { mediaTypeOf } from '../publish/media-type.ts';
import { type PublishedPath, type PublishedYear, UnusableCopy } from './published-year.ts';

/** A web archive was not written, since something has its name. */
export class WebArchiveExists extends Error {}

/** A file within the web archive, as `datapackage.json` lists it. */
interface Resource {
  name: string;
  path: string;
  hash: string;
  bytes: number;
}

const WARC = 'data.warc.gz';
const SOFTWARE = 'On the Record';

/**
 * Writes a year as a web archive in WACZ 1.1.1, which programs such as ReplayWeb.page show as it was published. Files
 * are `resource` records of WARC 1.1, since nothing was asked of a server. It is complete when it has its name.
 * @param target must not exist.
 * @param now when the files were read.
 * @throws {WebArchiveExists}
 * @throws {UnusableCopy} if a file of the site is missing, or is not what the site's list of checksums says.
 * @see https://specs.webrecorder.net/wacz/1.1.1/
 */
export async function writeWebArchive(
  target: string,
  year: PublishedYear,
  now: Date,
): Promise<{ pages: number; bytes: number }> {
  await refuseExisting(target);
  const parent = dirname(resolve(target));
  await mkdir(parent, { recursive: true });
  const work = await mkdtemp(join(parent, `.${basename(target)}-`));
  const date = now.toISOString().replace(/\.\d+Z$/, 'Z');
  try {
    const warc = join(work, WARC);
    await pipeline(recordsOf(year.files, date), createWriteStream(warc));
    const pages = year.files.filter(({ title }) => title !== undefined);
    const texts = [
      { path: 'indexes/index.cdx', text: await indexOf(warc) },
      { path: 'pages/pages.jsonl', text: formatPages(pages, year.front, date) },
    ];
    const { bytes, sha256 } = await digestFile(warc);
    const resources: Resource[] = [
      { name: WARC, path: `archive/${WARC}`, hash: `sha256:${sha256}`, bytes },
      ...texts.map(({ path, text }) => resourceOf(path, text)),
    ];
    const about = formatJson({
      profile: 'data-package',
      wacz_version: '1.1.1',
      title: pages.find(({ url }) => url === year.front)?.title ?? year.site,
      created: date,
      software: SOFTWARE,
      mainPageUrl: year.front,
      mainPageDate: date,
      resources,
    });
    const { path, hash } = resourceOf('datapackage.json', about);
    const zip = new ZipFile();
    zip.addFile(warc, `archive/${WARC}`, { compress: false, mtime: now }); // read in pieces, by its offsets
    for (const part of [
      ...texts,
      { path, text: about },
      { path: 'datapackage-digest.json', text: formatJson({ path, hash }) },
    ]) {
      zip.addBuffer(Buffer.from(part.text), part.path, { mtime: now });
    }
    zip.end();
    const packed = join(work, 'packed');
    await pipeline(zip.outputStream, createWriteStream(packed));
    await refuseExisting(target); // it may have come into being since
    await rename(packed, target);
    return { pages: pages.length, bytes: (await stat(target)).size };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function refuseExisting(target: string): Promise<void> {
  const existing = await stat(target).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  });
  if (existing !== undefined) throw new WebArchiveExists(`${target} exists`);
}

/** The records of a WARC file, each compressed by itself. */
async function* recordsOf(files: readonly PublishedPath[], date: string) {
  const warcVersion = 'WARC/1.1';
  const about = { software: SOFTWARE, format: 'WARC File Format 1.1' };
  yield* serialize(WARCRecord.createWARCInfo({ filename: WARC, date, warcVersion }, about));
  for (const { file, url, sha256 } of files) {
    const record = WARCRecord.create(
      {
        url,
        date,
        type: 'resource',
        warcVersion,
        warcHeaders: { 'Content-Type': typeOf(file) },
      },
      contentOf(file),
    );
    yield* serialize(record);
    if (record.warcPayloadDigest !== `sha256:${sha256}`) {
      throw new UnusableCopy(
        `${file} is not what the site's list of checksums says: build or copy the site again.`,
      );
    }
  }
}

async function* serialize(record: WARCRecord): AsyncGenerator<Uint8Array> {
  yield* new WARCSerializer(record, { gzip: true }) as AsyncIterable<Uint8Array>;
}

async function* contentOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new UnusableCopy(`${file} cannot be read: build or copy the site again.`, { cause });
  }
}

/** All text of a site is UTF-8. */
function typeOf(file: string): string {
  const type = mediaTypeOf(file);
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

/** The index of a WARC file by address, as CDXJ, in the order of its bytes. */
async function indexOf(warc: string): Promise<string> {
  const indexer = new CDXIndexer({ format: 'cdxj' });
  const lines = [];
  const source = [{ filename: WARC, reader: createReadStream(warc) as AsyncIterable<Uint8Array> }];
  for await (const found of indexer.iterIndex(source)) lines.push(indexer.serialize(found));
  return lines.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).join('');
}

/** The pages, the list of the year first. @see https://specs.webrecorder.net/wacz/1.1.1/#pages-jsonl */
function formatPages(pages: readonly PublishedPath[], front: string, ts: string): string {
  const ordered = [...pages].sort((a, b) => Number(b.url === front) - Number(a.url === front));
  const lines = [
    { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' },
    ...ordered.map(({ url, title }) => ({ id: hash('sha256', url).slice(0, 32), url, ts, title })),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

const resourceOf = (path: string, text: string): Resource => ({
  name: basename(path),
  path,
  hash: `sha256:${hash('sha256', text)}`,
  bytes: Buffer.byteLength(text),
});
