import type { Release } from '../../src/archive/release.ts';
import type { LoadedArchive } from '../../src/load/load-archive.ts';
import { publicationOf } from '../../src/load/open-publication.ts';
import type { Publication } from '../../src/publish/publication.ts';
import { madeArchive } from './made-release.ts';

/** Made-up releases as they are published, without their texts. */
export function madePublication(...made: Parameters<typeof madeArchive>): {
  publication: Publication;
  releases: readonly Release[];
} {
  const { archive } = madeArchive(...made);
  const loaded = { ...archive, bodies: new Map(), committedOn: new Map(), ledger: { gone: [] } };
  const settings = { siteUrl: 'https://press.example.org', base: '/archive/', contentDir: '' };
  const publication = publicationOf(loaded as unknown as LoadedArchive, settings);
  return { publication, releases: archive.releases };
}
