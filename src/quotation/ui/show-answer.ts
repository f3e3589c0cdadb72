import { formatDay } from '../../archive/day.ts';
import { element } from '../../search/ui/elements.ts';
import { foundItem } from '../../search/ui/found-item.ts';
import { fill, fillCount, formatList, formatNumber } from '../../words/words.ts';
import type { Difference } from '../compare/align-words.ts';
import type { QuotationAnswer } from '../compare/judge-quotation.ts';
import { parseQuotation } from '../compare/parse-quotation.ts';
import { quotingLanguage as language, quotingWords as words } from './quoting-words.ts';
import type { ShownSource } from './site-reader.ts';

/** More runs make an address long. */
const MAX_RUNS = 5;
const MAX_RUN_LENGTH = 300; // characters

/** What the answer is, in a sentence. */
export function answerSentence({ answer, matches, releases }: QuotationAnswer): string {
  if (answer === 'common') {
    const count = formatNumber(language, releases);
    // Of a part of a statement, no more releases are read than make it common.
    return releases > matches.length + 1
      ? fillCount({ language }, words.common, releases)
      : fill(words.commonAtLeast, { count });
  }
  return answer === 'none' && matches.length > 0 ? words.answers.nearest : words.answers[answer];
}

/** What was understood, what differs, and the statements. */
export function answerElements(
  quotation: string,
  answer: QuotationAnswer,
  sources: ReadonlyMap<string, ShownSource>,
): HTMLElement[] {
  const { understood, differences, matches } = answer;
  const list = formatList(
    language,
    understood.map((kind) => words.understood[kind]),
  );
  const runs = runsOf(quotation, differences);
  const groups = [...Map.groupBy(matches, ({ release }) => release)];
  return [
    ...(understood.length > 0 ? [element('p', {}, fill(words.readAsSame, { list }))] : []),
    ...(differences === undefined ? [] : differenceElements(differences)),
    ...(groups.length === 0
      ? []
      : [
          element('h2', { class: 'visually-hidden' }, words.found),
          element(
            'ol',
            { class: 'results release-list' },
            ...groups.map(([release, own]) => releaseItem(sources.get(release), own, runs)),
          ),
        ]),
  ];
}

function differenceElements(differences: readonly Difference[]): HTMLElement[] {
  const pieces = differences.flatMap(({ kind, text }, n): (Node | string)[] => {
    const space = n === 0 ? '' : ' ';
    if (kind === 'same') return [space + text];
    if (kind === 'skipped') return [`${space}…`];
    const heard = kind === 'missing' ? words.missing : words.added;
    const hidden = element('span', { class: 'visually-hidden' }, `${heard} `);
    return [space, element(kind === 'missing' ? 'del' : 'ins', {}, hidden, text)];
  });
  return [
    element('h2', {}, words.differences),
    element('p', { class: 'differences' }, ...pieces),
    element('p', { class: 'legend' }, words.legend),
  ];
}

/** Rows of the quotation's words to highlight in its source. */
function runsOf(quotation: string, differences: readonly Difference[] | undefined): string[] {
  const same = differences?.filter(({ kind }) => kind === 'same').map(({ text }) => text);
  const exact = parseQuotation(quotation).parts.flatMap((part) => {
    const runs: string[][] = [[]];
    for (const one of part) {
      if (one.kind === 'word') runs.at(-1)?.push(one.text);
      else runs.push([]);
    }
    return runs.map((run) => run.join(' '));
  });
  return (same ?? exact)
    .filter((run) => run !== '')
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MAX_RUNS)
    .map((run) =>
      run.length <= MAX_RUN_LENGTH ? run : run.slice(0, run.lastIndexOf(' ', MAX_RUN_LENGTH)),
    );
}

/** What a statement said before, and until when. */
function earlierElement({ text, until }: { text: string; until: string }): HTMLElement {
  const day = formatDay(until, language);
  return element('p', {}, fill(words.until, { day }), ' ', element('q', {}, text));
}

/** A release with the statements of it that were found. */
function releaseItem(
  source: ShownSource | undefined,
  matches: QuotationAnswer['matches'],
  runs: readonly string[],
): HTMLLIElement {
  if (source === undefined) return element('li');
  const query = new URLSearchParams(runs.map((run) => ['mark', run]));
  const hits = matches.map(({ statement, text, earlier }) =>
    element(
      'li',
      { 'data-hit': '' },
      element(
        'a',
        { href: `${source.url}?${query}#${statement}` },
        text === '' ? words.removed : text,
      ),
      ...(earlier === undefined ? [] : [earlierElement(earlier)]),
    ),
  );
  return foundItem(source, language, [], (own) => [
    element('ul', { class: 'hits', ...own }, ...hits),
  ]);
}
