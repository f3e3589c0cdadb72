import { createHash } from 'node:crypto';
import { AXES } from '../archive/browse.ts';
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
 * Props as text, with a digest in the place of each release.
 * @throws {Error} if they hold a Map or a Set, of which JSON tells nothing.
 */
function plain(props: object, view: SiteView): string {
  return JSON.stringify(props, (_, value: unknown) => {
    if (value instanceof Map || value instanceof Set) {
      throw new Error('A page with a key cannot have a Map or a Set in its props');
    }
    return isRelease(value, view.archive) ? releaseDigest(value, view) : value;
  });
}

function isRelease(value: unknown, { byId }: SiteView['archive']): value is Release {
  const id: unknown = typeof value === 'object' && value && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && byId.get(id) === value;
}

const known = new WeakMap<Release, string>();

function releaseDigest(release: Release, { archive, publication }: SiteView): string {
  const before = known.get(release);
  if (before !== undefined) return before;
  const fields = { ...release, file: undefined }; // where the archive lies is on no page
  const made = digest(
    JSON.stringify({
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
    }),
  );
  known.set(release, made);
  return made;
}

function digest(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\n`).update(part);
  return hash.digest('base64url');
}
