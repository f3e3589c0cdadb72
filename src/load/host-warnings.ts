import type { Host } from '../archive/hosts.ts';
import type { Problem } from '../archive/problem.ts';
import type { ReadRelease } from '../archive/release.ts';
import type { Redirect } from '../publish/hosts/former-address.ts';
import { unreachableOn } from '../publish/hosts/unreachable.ts';

type Found = Pick<ReadRelease, 'release' | 'file' | 'lines'>;
type Claim = Redirect & { line: number; file: string };

/** The names of hosts in messages. */
const NAMES: Record<Host, string> = {
  netlify: 'Netlify',
  cloudflare: 'Cloudflare Pages',
  'github-pages': 'GitHub Pages',
  apache: 'Apache',
  nginx: 'nginx',
  firebase: 'Firebase Hosting',
  azure: 'Azure Static Web Apps',
};

/**
 * Former addresses that the host of `site.yaml` cannot redirect: a warning for the first of them, with
 * the number of the others, since no release is at fault.
 */
export function hostWarnings(host: Host | undefined, read: readonly Found[]): Problem[] {
  if (host === undefined) return [];
  const claims = read.flatMap(({ release, file, lines }) =>
    (release?.aliases ?? []).map((from, n): Claim => {
      const line = lines[`aliases.${n}`] ?? lines['aliases'] ?? 1;
      return { from, to: release?.path ?? '', file, line };
    }),
  );
  const unreachable = new Set<Redirect>(unreachableOn(host, claims));
  const [first, ...others] = claims.filter((claim) => unreachable.has(claim));
  if (first === undefined) return [];
  const { file, line } = first;
  const more = others.length > 0 ? ` (and ${others.length} more in this archive)` : '';
  const message = `has ${first.from}, which ${NAMES[host]} cannot redirect to this release${more}`;
  const hint = 'remove it, or choose a host that can redirect it: see “Hosting” in README';
  return [{ file, line, field: 'aliases', message, hint }];
}
