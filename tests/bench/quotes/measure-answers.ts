import type { AnswerKind } from '../../../src/quotation/compare/judge-quotation.ts';
import { comparedText, type DrawnQuotation, type QuotationKind } from './draw-quotations.ts';

/** What a check of a quotation answered. */
export interface CheckedQuotation {
  answer: AnswerKind;
  matches: { release: string; statement: string; text: string }[];
}

/** How quotations of a kind were answered. */
interface QuoteRow {
  kind: QuotationKind;
  right: DrawnQuotation['right'];
  asked: number;
  answers: Map<AnswerKind, number>;
  /** Answered as they should be: word for word at the right statement, or never word for word. */
  good: number;
  /** The source is named first. */
  first: number;
  faults: string[];
}

/** Checks all quotations. */
export async function measureAnswers(
  quotations: readonly DrawnQuotation[],
  check: (quotation: string) => CheckedQuotation | Promise<CheckedQuotation>,
): Promise<QuoteRow[]> {
  const rows = new Map<QuotationKind, QuoteRow>();
  for (const drawn of quotations) {
    const { kind, right, quotation, sources, original } = drawn;
    const row: QuoteRow = rows.get(kind) ?? {
      ...{ kind, right, asked: 0, answers: new Map(), good: 0, first: 0, faults: [] },
    };
    rows.set(kind, row);
    const { answer, matches } = await check(quotation);
    const isSource = ({ release, statement, text }: CheckedQuotation['matches'][number]) =>
      sources.some((own) => own.release === release && own.statement === statement) ||
      (original !== '' && comparedText(text).includes(original));
    const isVerbatim = answer === 'verbatim' || answer === 'common';
    const isGood = right === 'exact' ? isVerbatim && matches.some(isSource) : !isVerbatim;
    row.asked++;
    row.answers.set(answer, (row.answers.get(answer) ?? 0) + 1);
    row.good += Number(isGood);
    const source = sources[0];
    const [first] = matches;
    const isFirst = first !== undefined && source !== undefined && isSource(first);
    row.first += Number(isFirst);
    if (!isGood || (right === 'changed' && !isFirst)) {
      row.faults.push(
        `${answer}: ${quotation} (${source?.release ?? 'nobody'} ${source?.statement ?? ''}; ${first?.release ?? ''} ${first?.statement ?? ''})`,
      );
    }
  }
  return [...rows.values()];
}

/** A table for people, and beneath it what was not answered as it should be. */
export function quotesTable(rows: readonly QuoteRow[]): string {
  const lines = rows.map(({ kind, right, asked, good, first, answers }) => [
    kind,
    String(asked),
    percent(good, asked),
    right === 'nobody' ? '' : percent(first, asked),
    [...answers].map(([answer, count]) => `${count} ${answer}`).join(', '),
  ]);
  const sums = (['exact', 'changed', 'nobody'] as const).map((right) => {
    const own = rows.filter((row) => row.right === right);
    const sum = (of: (row: QuoteRow) => number) => own.reduce((all, row) => all + of(row), 0);
    const asked = sum((row) => row.asked);
    const first = sum((row) => row.first);
    return [
      GOALS[right],
      String(asked),
      percent(
        sum((row) => row.good),
        asked,
      ),
      right === 'nobody' ? '' : percent(first, asked),
      '',
    ];
  });
  const head = ['quotations', 'asked', 'right', 'source first', 'answers'];
  const table = [head, ...lines, ...sums]
    .map(([kind = '', asked = '', good = '', first = '', answers = '']) =>
      `${kind.padEnd(42)}${asked.padStart(6)}${good.padStart(9)}${first.padStart(14)}  ${answers}`.trimEnd(),
    )
    .join('\n');
  const faults = rows.flatMap(({ kind, faults }) => faults.map((fault) => `  ${kind}: ${fault}`));
  return faults.length === 0 ? table : `${table}\n\nNot as they should be:\n${faults.join('\n')}`;
}

const GOALS = {
  exact: 'word for word, goal 99 %',
  changed: 'never word for word; source first, goal 97 %',
  nobody: 'never one quotation',
} as const;

const percent = (part: number, whole: number) =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
