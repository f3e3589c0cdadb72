import { stringify } from 'yaml';
import { ACCESS_KINDS, type AccessKind } from '../archive/access-fault.ts';
import { formatProblem, type Problem } from '../archive/problem.ts';
import type { AccessReport } from '../load/access-report.ts';
import type { BillSuggestion } from '../load/suggest-bills.ts';
import type { LoadedArchive } from '../load/load-archive.ts';
import { hasSharePictures } from '../publish/share-picture/picture.ts';

/** `1 error`, `2 errors`. */
export const counted = (count: number, what: string) =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

/** Prints problems to stderr, warnings first, so that errors are seen at the end. */
export function printProblems({
  errors,
  warnings,
}: {
  errors: Problem[];
  warnings: Problem[];
}): void {
  for (const problem of warnings) console.error(`warning: ${formatProblem(problem)}`);
  for (const problem of errors) console.error(`error: ${formatProblem(problem)}`);
}

/** Prints one line for each release that is not published yet. */
export function printHeld({ held }: Pick<LoadedArchive, 'held'>): void {
  for (const { id, until } of held) {
    console.error(
      until === undefined
        ? `${id} is left out: it is a draft.`
        : `${id} is left out until ${until}.`,
    );
  }
}

/** Says that a large archive has no share pictures, unless `site.yaml` says whether it should. */
export function printPicturesLeftOut(archive: Pick<LoadedArchive, 'site' | 'releases'>): void {
  if (archive.site.share_pictures !== undefined || hasSharePictures(archive)) return;
  const size = counted(archive.releases.length, 'release');
  console.error(
    `No share pictures are made by default for an archive of ${size}. Set share_pictures: true in site.yaml to make them, or false to hide this note.`,
  );
}

/** Prints to stdout what could be added to each release, as YAML, and where the text says so. */
export function printBillSuggestions(suggestions: readonly BillSuggestion[]): void {
  for (const { file, bills, mentions } of suggestions) {
    console.log(`# ${file}`);
    for (const { bill, line, words } of mentions) console.log(`# line ${line}, ${bill}: ${words}`);
    console.log(`bills: ${formatYamlList(bills)}\n`);
  }
  if (suggestions.length === 0) console.log('No release names a bill that its frontmatter lacks.');
}

/** Prints to stdout how many barriers of each kind there are. */
export function printAccess({ counts, archived }: AccessReport): void {
  for (const [kind, [one, several]] of Object.entries(ACCESS_KINDS)) {
    const count = counts[kind as AccessKind] ?? 0;
    if (count > 0) console.log(`${count.toLocaleString('en')} ${count === 1 ? one : several}`);
  }
  if (Object.keys(counts).length === 0)
    console.log('No barriers were found in texts and documents.');
  if (archived > 0) console.log(`${counted(archived, 'archived release')} not looked at: exempt.`);
}

/** A list on one line; names that YAML would read otherwise are quoted. */
const formatYamlList = (names: readonly string[]): string =>
  stringify(names, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();
