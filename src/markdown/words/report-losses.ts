import type { VFile } from 'vfile';
import { error } from '../notes.ts';
import type { Statement } from '../rehype-statements.ts';
import type { Loss } from './lost-words.ts';
import { type FaultyStretch, inOrder } from './faulty-stretch.ts';
import { REASONS } from './reasons.ts';
import type { WrittenWords } from './written-words.ts';

/** What of a text its page does not show. */
export interface Losses extends Pick<WrittenWords, 'titles' | 'faults' | 'numbers'> {
  lost: Loss[];
  /** Whether all is shown that is written, and more. */
  hasSurplus: boolean;
}

/** The rule of errors about words. */
export const WORDS_RULE = 'words';

/** Reports each loss as an error; what follows from HTML that is an error already is reported once. */
export function reportLosses(markdown: string, losses: Losses, file: VFile): void {
  const hasHtmlError = hasErrorOf(file, ['html', 'attribute']);
  const { lost, titles, faults, numbers } = losses;
  const lines = lineStarts(markdown);
  const report = (offset: number, reason: string, hint: string) =>
    error(file, { position: pointAt(lines, offset) }, WORDS_RULE, reason, hint);
  file.data.hiddenWords = lost.map(({ start, end }) => markdown.slice(start, end));

  const openTable = openTableIn(markdown, faults);
  let isTableReported = false;

  for (const { stretch, start, end, isMoved } of byReason(lost, faults)) {
    const words = quoted(markdown.slice(start, end));
    if (stretch !== undefined) {
      const source = markdown.slice(stretch.start, stretch.end);
      const [reason, hint] = REASONS[stretch.fault](
        words,
        shortened((stretch.name ?? '').replace(/\s+/g, ' ').trim(), 30),
        source,
      );
      report(start, reason, hint);
    } else if (hasHtmlError) continue;
    else if (openTable !== undefined && (isMoved || start >= openTable)) {
      if (!isTableReported) {
        const hint = 'put </table> after its last row';
        report(openTable, 'has a <table> without an end: what follows is shown before it', hint);
      }
      isTableReported = true;
    } else {
      const before = faults.findLast(
        ({ fault, start: place }) => fault === 'html' && place <= start,
      );
      const [reason, hint] = REASONS.html(words, '', '');
      if (before || isMoved) report(start, reason, hint);
      else report(start, `does not show ${words}`, 'write it in another way, and report this');
    }
  }
  if (losses.hasSurplus && !hasHtmlError) {
    report(0, 'shows words that are not written in it', 'look at its page, and report this');
  }
  for (const { text, offset } of titles) {
    const hint = 'write it as text, or take it out';
    if (!hasHtmlError) report(offset, `has the title ${quoted(text)}, which no reader finds`, hint);
  }
  for (const { offset, written, shown } of numbers) {
    const hint = `write ${written}\\. to have the number as text, or number the list in order`;
    report(offset, `has the number ${written}. in a list, where ${shown}. is shown`, hint);
  }
}

/** What holds for the page as a whole. */
export function reportPage(
  file: VFile,
  {
    hasWords,
    ids,
    statements = [],
  }: { hasWords: boolean; ids: string[]; statements: Statement[] | undefined },
): void {
  const hasErrors = hasErrorOf(file, ['html', 'attribute', WORDS_RULE]);
  if (!hasWords && !hasErrors) {
    const hint = 'write the text of the release below the second line ---';
    error(file, {}, WORDS_RULE, 'has no word that a reader can see', hint);
  }
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) {
      const hint = 'give notes names that do not end in - and a number, and take out id="…"';
      error(file, {}, WORDS_RULE, `has two things with the address #${id}`, hint);
    }
    seen.add(id);
  }
  if (statements === file.data.statements || hasErrors) return;
  const named = file.data.statements ?? [];
  const wrong = named.find(({ id, text }, n) => {
    const found = statements[n];
    return found?.id !== id || found.text !== text;
  });
  if (wrong === undefined && named.length === statements.length) return;
  const words = wrong ? `, beginning with ${quoted(wrong.text)}` : '';
  const hint = 'close each tag, or write it as Markdown';
  error(file, {}, WORDS_RULE, `has HTML of which a browser makes other paragraphs${words}`, hint);
}

const hasErrorOf = (file: VFile, rules: readonly string[]) =>
  file.messages.some(({ fatal, ruleId }) => fatal && rules.includes(ruleId ?? ''));

interface LossWithReason extends Loss {
  stretch: FaultyStretch | undefined;
}

/** Joins words that are lost for one reason, and neighbours for which there is none. */
function byReason(lost: readonly Loss[], faults: readonly FaultyStretch[]): LossWithReason[] {
  const known = inOrder(faults);
  const joined: LossWithReason[] = [];
  let next = 0;
  for (const loss of lost.toSorted((one, other) => one.start - other.start)) {
    while ((known[next]?.end ?? Infinity) < loss.end) next++;
    const near = known[next];
    const stretch = near && near.start <= loss.start ? near : undefined;
    const last = joined.at(-1);
    if (last && last.stretch === stretch && last.isMoved === loss.isMoved) last.end = loss.end;
    else joined.push({ ...loss, stretch });
  }
  return joined;
}

/** Where the last table begins that HTML does not close. */
function openTableIn(markdown: string, faults: readonly FaultyStretch[]): number | undefined {
  const open: number[] = [];
  for (const { start, end } of faults.filter(({ fault }) => fault === 'html')) {
    for (const { index, 1: slash } of markdown
      .slice(start, end)
      .matchAll(/<(\/?)table(?=[\s/>])/gi)) {
      if (slash === '/') open.pop();
      else open.push(start + index);
    }
  }
  return open.at(-1);
}

/** The offsets at which lines begin. */
const lineStarts = (text: string) => [
  0,
  ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1),
];

function pointAt(lines: readonly number[], offset: number) {
  let [low, high] = [0, lines.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  const point = { line: low + 1, column: offset - (lines[low] ?? 0) + 1, offset };
  return { start: point, end: point };
}

/** The words of a stretch, without HTML's tags between them. */
const quoted = (text: string) =>
  `“${shortened(
    text
      .slice(0, 500)
      .replace(/<\/?[a-z][^<>]*>|\s+/gi, ' ')
      .replace(/ +/g, ' ')
      .trim(),
    60,
  )}”`;

/** At most so many characters, cut between words where there are any. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trim()}…`;
}
