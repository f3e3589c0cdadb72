import { parse, stringify } from 'yaml';
import type { Attachment } from '../archive/frontmatter.ts';
import { slugFromTitle } from '../archive/new-release.ts';
import type { Problem } from '../archive/problem.ts';
import { readRelease } from '../archive/release.ts';
import type { SettledRelease } from './settle-release.ts';

/** The id of a release; undefined as long as its day or its headline is missing. */
export function idOf({ date, title }: SettledRelease): string | undefined {
  if (date === undefined || title === undefined) return undefined;
  return `${date}-${slugFromTitle(title) || 'release'}`;
}

/** The whole file of a release. */
export function releaseText(
  release: SettledRelease,
  markdown: string,
  attachments: readonly Attachment[],
  kept: Record<string, unknown> = {},
): string {
  const listOrNone = <Item>(list: readonly Item[] | undefined) =>
    list && list.length > 0 ? list : undefined;
  const oneOrList = <Item>(list: readonly Item[]) => (list.length > 1 ? list : list[0]);
  const {
    title,
    subtitle,
    date,
    office,
    contact,
    caucus,
    dateline,
    language,
    source,
    topics,
    embargo,
  } = release;
  const fields = {
    title,
    subtitle,
    date,
    office: oneOrList([...new Set(office)]),
    contact: oneOrList(contact),
    caucus: oneOrList([...new Set(caucus)]),
    dateline,
    language,
    source,
    topics: listOrNone(topics),
    attachments: listOrNone(attachments),
    embargo,
  };
  const known = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
  // What people added to the release since it was imported stays.
  const added = Object.fromEntries(Object.entries(kept).filter(([field]) => !(field in known)));
  return `---\n${stringify({ ...known, ...added }, { lineWidth: 0 })}---\n\n${markdown}`;
}

/** What the archive would find wrong with a file. */
export function releaseProblems(text: string, file: string): Problem[] {
  return readRelease(Buffer.from(text), file).problems;
}

/** The frontmatter of a release that is there, as it was written. */
export function frontmatterOf(text: string): Record<string, unknown> {
  const yaml = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  return (parse(yaml, { schema: 'core' }) ?? {}) as Record<string, unknown>;
}
