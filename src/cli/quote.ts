import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { readText } from '../archive/source-text.ts';
import { formatProblem } from '../archive/problem.ts';
import { statementId } from '../archive/statement-id.ts';
import type { QuotedSource } from '../quotation/compare/quoted-source.ts';
import { findQuotations, type FoundQuotation } from '../quotation/find-quotations.ts';
import { readSettings, UsageError } from '../settings.ts';
import { asTyped, placeAsTyped } from './as-typed.ts';
import { Progress } from './progress.ts';
import { formatAnswer, summaryOf } from './quote-report.ts';
import { counted, printProblems } from './report.ts';
import { run } from './run.ts';

export const USAGE = `Usage: npm run quote -- FILE|- [--article] [--in DIR|URL] [--json]

Checks quotations, a quotation a line, against the archive in CONTENT_DIR (default: content): whether they are
word for word in a statement, nearly, put together from several, in many releases, or in none. Other quotation
marks, dashes, white space and case do not count; [brackets] and an ellipsis are read as an editor's.
  -          reads standard input
  --article  checks every quotation in a text: what is between quotation marks, and blockquotes
  --in       checks against a published copy of a site, in a folder or on the web
  --json     prints { quotation, answer, matches: [{ release, statement, url, text }] } on stdout, a line for each

Exit status: 0 all were checked, whatever the answers are; 1 the input or the archive cannot be read; 2 wrong usage.`;

export async function main(args: string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      json: { type: 'boolean' },
      article: { type: 'boolean' },
      in: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (file === undefined)
    throw new UsageError('Name a file with quotations, or - to read standard input.');
  if (more.length > 0) throw new UsageError('Name one file.');
  if (values.in === '') throw new UsageError('Put a folder or an address after --in.');
  const text = await readInput(file);
  if (text === undefined) return 1;
  const quotations = values.article ? findQuotations(text) : linesOf(text);
  if (quotations.length === 0) {
    const what = values.article ? 'has no quotation marks and no blockquote' : 'is empty';
    const how = values.article
      ? 'to check lines as quotations, leave out --article'
      : 'write a quotation a line';
    console.error(`${nameOf(file)}:1: ${what}; ${how}`);
    return 1;
  }
  const progress = new Progress();
  const sources = await (
    values.in === undefined ? readArchive(progress) : readPublished(values.in, progress)
  ).finally(() => progress.clear());
  if (sources === undefined) return 1;
  const { QuotationIndex } = await import('../quotation/quotation-index.ts');
  const index = new QuotationIndex(sources, statementId);
  const answers = quotations.map(({ quotation, line }) => {
    const found = { quotation, line, ...index.answer(quotation) };
    if (values.json) {
      const { answer, matches } = found;
      console.log(JSON.stringify({ quotation, answer, matches }));
    } else console.log(formatAnswer(found, nameOf(file)));
    return found.answer;
  });
  if (!values.json) {
    console.log(
      `${counted(answers.length, 'quotation')} in ${counted(index.size, 'release')}: ${summaryOf(answers)}`,
    );
  }
  return 0;
}

const nameOf = (file: string) => (file === '-' ? 'standard input' : file);

/** The text of the input; undefined if it cannot be read, which is said. */
async function readInput(file: string): Promise<string | undefined> {
  let bytes: Buffer;
  try {
    bytes = file === '-' ? await buffer(process.stdin) : await readFile(asTyped(file, process.env));
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'does not exist'
        : code === 'EISDIR'
          ? 'is a folder'
          : `cannot be read (${code})`;
    console.error(
      `${file} ${why}; name a text file with a quotation a line, or - for standard input`,
    );
    return undefined;
  }
  const text = readText(bytes, nameOf(file));
  if (typeof text === 'string') return text;
  console.error(formatProblem(text));
  return undefined;
}

/** A quotation a line; empty lines are none. */
const linesOf = (text: string): FoundQuotation[] =>
  text
    .split(/\r?\n/)
    .map((line, n) => ({ quotation: line.trim(), line: n + 1 }))
    .filter(({ quotation }) => quotation !== '');

/** The statements of the content folder; undefined if it has errors, which are printed. */
async function readArchive(progress: Progress): Promise<QuotedSource[] | undefined> {
  const settings = readSettings(process.env);
  const { loadArchive } = await import('../load/load-archive.ts');
  const { publicationOf } = await import('../load/open-publication.ts');
  const { decodeStatements } = await import('../publish/data/statements.ts');
  const archive = await loadArchive({
    ...settings,
    now: Date.now(),
    onProgress: progress.counter('Read'),
  });
  progress.clear();
  if (archive.errors.length > 0) {
    printProblems({ errors: archive.errors, warnings: [] });
    return undefined;
  }
  const { addressOf, earlierOf } = publicationOf(archive, settings);
  return archive.releases.toReversed().map(({ id, path }) => ({
    release: id,
    url: addressOf(path),
    ...decodeStatements(archive.bodies.get(id)?.statements),
    earlier: earlierOf(id),
  }));
}

/** The statements of a published copy. */
async function readPublished(place: string, progress: Progress): Promise<QuotedSource[]> {
  const { openCopy } = await import('../publish/verify/copies.ts');
  const { readCopy } = await import('../quotation/read-copy.ts');
  return readCopy(openCopy(placeAsTyped(place, process.env)), progress.counter('Years read'));
}

if (import.meta.main) await run(main, USAGE);
