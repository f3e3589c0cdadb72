import { hash } from 'node:crypto';

/** What of a record is the release itself: nothing in it depends on where or when the archive is published. */
const CONTENT = ['id', 'frontmatter', 'statements', 'removed'] as const;
type Content = Record<(typeof CONTENT)[number], unknown>;

/**
 * The digest of a release's content: SHA-256 of these members of its record as canonical JSON, so that anyone who has
 * them can compute it.
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function contentDigest(record: Content): string {
  const content = Object.fromEntries(CONTENT.map((name) => [name, record[name]]));
  return `sha256:${hash('sha256', canonicalJson(content))}`;
}

/** Names of members in order, no white space; the numbers in records are whole, and are written alike anyway. */
const canonicalJson = (value: unknown) =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );

/** The digest of an archive: SHA-256 over a line `<digest>  <id>` for each release, sorted by id. */
export function archiveDigest(digests: Iterable<readonly [id: string, digest: string]>): string {
  const lines = [...digests]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, digest]) => `${digest.replace('sha256:', '')}  ${id}\n`);
  return `sha256:${hash('sha256', lines.join(''))}`;
}
