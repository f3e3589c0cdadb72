import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { yearOf } from '../archive/day.ts';
import {
  type Draft,
  draftProblems,
  draftSlug,
  draftText,
  missingOptions,
} from '../archive/new-release.ts';
import {
  contactLine,
  contactsByName,
  lastContacts,
  type PastContact,
} from '../archive/past-contacts.ts';
import { writeNewFile } from '../files/write-new-file.ts';
import { type ContentIndex, openContentIndex } from '../load/content-index.ts';
import { readSettings, UsageError } from '../settings.ts';
import { asFault, OPTIONS, readDraft } from './new-options.ts';
import { askDay, askIssuer, askSubjects, askTitle } from './new-questions.ts';
import { printProblems } from './report.ts';
import { run } from './run.ts';
import { Terminal } from './terminal.ts';

const USAGE = `Usage: npm run new -- --title TITLE --office OFFICE [OPTION...]

Writes a new release, all but its text, into CONTENT_DIR (default: content). On a terminal it asks
for what is missing.
  --title TITLE          the headline
  --office OFFICE        the office, by its file's name or its own; again for a joint release
  --date YYYY-MM-DD      the day of issue (default: today, in the time zone of site.yaml)
  --slug WORDS           the last part of the address (default: from the title)
  --contact-name NAME    the press contact; of someone who was one before, the name is enough
  --contact-title TITLE
  --contact-phone PHONE
  --contact-email EMAIL  (default: the contact of the office's latest release)
  --caucus CAUCUS        again for several
  --topic TOPIC          again for several
  --speaker NAME         who is quoted; again for several
  --bill BILL            again for several, as SB 54
  --dateline PLACE       the place printed before the first words
  --language TAG         the language, where it is not that of the archive, as in es`;

/** Releases whose offices and contacts are at hand: a busy chamber's year. */
const RECENT = 1000;

async function main(args: string[]): Promise<0 | 1> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const { contentDir } = readSettings(process.env);
  // Git keeps no empty folder, so a new archive may lack this one. Without CONTENT_DIR it fails, and
  // then the next line says so.
  await mkdir(join(contentDir, 'releases')).catch(() => undefined);
  const { index, errors } = await openContentIndex(contentDir);
  if (errors.length > 0) {
    printProblems({ errors, warnings: [] });
    return 1;
  }
  const given = readDraft(values, index, Date.now());
  const faults = draftProblems(given, index.known).map(asFault);
  const isDayGiven = values['date'] !== undefined;
  const { draft, from } =
    faults.length > 0 ? { draft: given } : await complete(given, index, isDayGiven);
  const missing = missingOptions(draft).filter(
    // Where something is at fault, nobody has looked for the office's last contact.
    (option) => faults.length === 0 || draft.office.length === 0 || !option.startsWith('--contact'),
  );
  if (missing.length > 0) {
    throw new UsageError([...faults, `Missing: ${missing.join(', ')}.`].join('\n'));
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  refuseTaken(draft, index);

  const { date } = draft;
  const file = join(contentDir, 'releases', yearOf(date), `${date}-${draftSlug(draft)}.md`);
  if (!(await writeNewFile(file, draftText(draft)))) throw new Error(`${file} is there already.`);
  const contacts = draft.contact.map(contactLine).join('; ');
  console.log(`Office: ${draft.office.join(', ')}`);
  console.log(`Contact: ${contacts}${from ? ` (as in ${from})` : ''}`);
  console.log(`Written: ${file}`);
  console.log('Next: put the text below the second line ---, then run `npm run check`.');
  return 0;
}

interface Completed {
  draft: Draft;
  /** The ids of the releases that the contact was taken from. */
  from?: string;
}

/** Adds what the archive knows and, where there is a terminal, what the person there knows. */
async function complete(
  given: Draft,
  index: ContentIndex,
  isDayGiven: boolean,
): Promise<Completed> {
  const known = contactFrom(given, index);
  if (!Terminal.isThere()) return known;
  const sure = given.contact.length > 0 ? known : { draft: given }; // the last contact may have gone
  if (missingOptions(sure.draft).length === 0) return sure;
  const terminal = new Terminal();
  try {
    let draft = await askTitle(terminal, sure.draft, index);
    if (!isDayGiven) draft = await askDay(terminal, draft, index);
    refuseTaken(draft, index); // before more is asked
    const recent = recentReleases(draft, index);
    draft = await askIssuer(terminal, draft, index, recent);
    return { ...sure, draft: await askSubjects(terminal, draft, index, recent) };
  } finally {
    terminal.close();
  }
}

/** Takes the contact, or the rest of it, from earlier releases. */
function contactFrom(draft: Draft, index: ContentIndex): Completed {
  const [person] = draft.contact;
  let past: PastContact[] = [];
  if (person === undefined) {
    past = lastContacts(draft.office, (office) => index.newest(draft.date, office));
  } else if (person.name !== undefined && (person.phone ?? person.email) === undefined) {
    const known = contactsByName(recentReleases(draft, index), draft.office).get(person.name);
    past = known === undefined ? [] : [known];
  }
  if (past.length === 0) return { draft };
  const contact = past.map((known) => ({ ...known.contact, ...person }));
  const from = [...new Set(past.map((known) => known.from))].join(', ');
  return { draft: { ...draft, contact }, from };
}

const recentReleases = ({ date }: Draft, index: ContentIndex) => [
  ...index.newest(date).take(RECENT),
];

/** @throws {Error} if the archive has a release of this id. */
function refuseTaken(draft: Draft, index: ContentIndex) {
  const fileOf = (slug: string) => index.fileOf(`${draft.date}-${slug}`);
  const slug = draftSlug(draft);
  const file = fileOf(slug);
  if (file === undefined) return;
  let n = 2;
  while (fileOf(`${slug}-${n}`) !== undefined) n++;
  throw new Error(`${file} is there already; for another release add --slug ${slug}-${n}`);
}

await run(main, USAGE);
