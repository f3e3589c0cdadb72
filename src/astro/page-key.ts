import { createHash } from 'node:crypto';
import { AXES } from '../archive/browse.ts';
import { isMention } from '../archive/connections.ts';
import { hasClosed } from '../archive/issuer.ts';
import type { Release } from '../archive/release.ts';
import { hasSharePictures } from '../publish/share-picture/picture.ts';
import type { SiteView } from './site-view.ts';

/**
 * Gives each path of a route the key under which a build keeps its page: a digest of its props and of
 * what every page shows. So a page shows only what is in its props, the fields of the site, and which
 * axes there are. A release in the props stands for all that the archive tells of it: its text, when it
 * changed, what its offices and caucuses are, the sizes of its attachments.
 */
export function keyed<Path extends { props: object }>(
  view: SiteView,
  paths: readonly Path[],
): (Path & { cacheKey: string })[] {
  const frame = frameOf(view);
  return paths.map((path) => ({ ...path, cacheKey: digest(frame, plain(path.props, view)) }));
}

/** What every page shows: see `Page.astro`. */
function frameOf({ archive, shelves }: SiteView): string {
  const axes = AXES.filter((axis) => shelves[axis].length > 0);
  return JSON.stringify({ site: archive.site, axes });
}

/**
 * Props as text, with a digest in the place of each release and of each mention of one. No two props
 * have the same; JSON with a replacer would do, in twice the time.
 * @throws {Error} if they hold a Map or a Set, of which JSON tells nothing.
 */
function plain(value: unknown, view: SiteView): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  if (Array.isArray(value)) return `[${value.map((item) => plain(item, view)).join()}]`;
  if (value instanceof Map || value instanceof Set) {
    throw new Error('A page with a key cannot have a Map or a Set in its props');
  }
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

/** Stands for all that the archive tells of a release, wherever it lies. */
export function releaseDigest(release: Release, view: SiteView): string {
  const { archive, publication } = view;
  return once(view, release, () => {
    const fields = { ...release, file: undefined }; // where the archive lies is on no page
    const told = {
      fields,
      body: archive.bodies.get(release.id)?.digest,
      changedOn: publication.changedOn(release),
      hasPicture: hasSharePictures(archive),
      offices: release.office.map((slug) => {
        const office = archive.offices.get(slug);
        return office && { ...office, hasClosed: hasClosed(office, publication.today) };
      }),
      caucuses: release.caucus?.map((slug) => archive.caucuses.get(slug)),
      media: release.attachments?.map(({ file }) => archive.media.get(file)),
    };
    return digest(JSON.stringify(told));
  });
}

function digest(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\n`).update(part);
  return hash.digest('base64url');
}
