import { createHash } from 'node:crypto';
import { isMention } from '../archive/connections.ts';
import { hasClosed } from '../archive/issuer.ts';
import type { Release } from '../archive/release.ts';
import { hasSharePictures } from '../publish/share-picture/picture.ts';
import type { Frame, SiteView } from './site-view.ts';

/**
 * Gives each path of a route the frame of its page, and the key under which a build caches the page: a digest
 * of its props, the frame among them. A page gets nothing but its props, so what it shows is in its key. A
 * release in the props counts as all that the archive knows of it: its text, when it changed, its offices
 * and caucuses, the sizes of its attachments.
 */
export function keyed<Path extends { props: object }>(
  view: SiteView,
  paths: readonly Path[],
): (Path & { props: Path['props'] & { frame: Frame }; cacheKey: string })[] {
  const { frame } = view;
  const key = JSON.stringify({ ...frame, words: frame.words.language });
  return paths.map((path) => ({
    ...path,
    props: { ...path.props, frame },
    cacheKey: digest(key, plain(path.props, view)),
  }));
}

/** What a page makes when its turn comes, since it takes too long or too much memory for all pages at once. */
export interface Later<Value> {
  /** Digest of all that it is made from. */
  key: string;
  make: () => Promise<Value>;
}

/** @param from all that `make` uses: as in props, a release counts as all that the archive knows of it. */
export function later<Value>(
  view: SiteView,
  from: object,
  make: () => Promise<Value>,
): Later<Value> {
  return { key: digest(plain(from, view)), make };
}

/**
 * Props as text, with a digest in the place of each release and of each mention of one. No two props
 * have the same; JSON with a replacer would do, in twice the time.
 * @throws {Error} if they hold a Map or a Set, which JSON cannot represent.
 */
function plain(value: unknown, view: SiteView): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  if (Array.isArray(value)) return `[${value.map((item) => plain(item, view)).join()}]`;
  if (value instanceof Map || value instanceof Set) {
    throw new Error('A page with a key cannot have a Map or a Set in its props');
  }
  const known = view.digests.get(value);
  if (known !== undefined) return known;
  if ('toJSON' in value) return JSON.stringify(value);
  if ('id' in value) {
    if (isMention(value)) return once(view, value, () => digest(JSON.stringify(value)));
    if (isRelease(value, view.archive)) return releaseDigest(value, view);
  }
  let fields = '{';
  for (const [name, field] of Object.entries(value)) {
    fields += `${JSON.stringify(name)}:${plain(field, view)},`;
  }
  return `${fields}}`;
}

const isRelease = (value: { id: unknown }, { byId }: SiteView['archive']): value is Release =>
  byId.get(value.id as string) === value;

function once({ digests }: SiteView, of: object, make: () => string): string {
  const digest = digests.get(of) ?? make();
  digests.set(of, digest);
  return digest;
}

/** A digest of all that the archive knows of a release, wherever the archive is. */
export function releaseDigest(release: Release, view: SiteView): string {
  const { archive, publication } = view;
  return once(view, release, () => {
    const fields = { ...release, file: undefined }; // no page shows where the archive is
    const known = {
      fields,
      body: archive.bodies.get(release.id)?.digest,
      earlier: archive.earlier.get(release.id),
      changedOn: publication.changedOn(release),
      inArchiveOn: publication.inArchiveOn(release),
      hasPicture: hasSharePictures(archive),
      offices: release.office.map((slug) => {
        const office = archive.offices.get(slug);
        return office && { ...office, hasClosed: hasClosed(office, publication.today) };
      }),
      caucuses: release.caucus?.map((slug) => archive.caucuses.get(slug)),
      media: release.attachments?.map(({ file }) => archive.media.get(file)),
    };
    return digest(JSON.stringify(known));
  });
}

function digest(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\n`).update(part);
  return hash.digest('base64url');
}
