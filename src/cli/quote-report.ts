import { asStatements } from '../quotation/compare/parse-quotation.ts';
import type { Difference } from '../quotation/compare/align-words.ts';
import {
  ANSWERS,
  type AnswerKind,
  type QuotationAnswer,
} from '../quotation/compare/judge-quotation.ts';
import type { Understood } from '../quotation/compare/understood-differences.ts';
import type { FoundQuotation } from '../quotation/find-quotations.ts';
import { counted } from './report.ts';

const SAID: Readonly<Record<AnswerKind, string>> = {
  verbatim: 'word for word',
  altered: 'nearly',
  edited: 'word for word as it was before an edit',
  scattered: 'put together from several releases',
  common: 'in many releases',
  short: 'too short to be found: give five words or more',
  none: 'not found',
};

const IGNORED: Readonly<Record<Understood, string>> = {
  brackets: 'brackets are an editor’s',
  ellipsis: 'an ellipsis joins its parts',
  quotationMarks: 'other quotation marks',
  dashes: 'other dashes',
  case: 'other case',
  punctuation: 'other punctuation',
  statements: 'it goes on in the next statement',
};

/** An answer in lines for people. @param file that the quotation is in. */
export function formatAnswer(
  {
    quotation,
    line,
    answer,
    matches,
    releases,
    understood,
    differences,
  }: FoundQuotation & QuotationAnswer,
  file: string,
): string {
  const how = understood.map((kind) => IGNORED[kind]).join(', ');
  const many = answer === 'common' ? ` (${counted(releases, 'release')})` : '';
  const nearest = answer === 'none' && matches.length > 0 ? '; the nearest statements:' : '';
  return [
    `${file}:${line}: ${SAID[answer]}${many}${how === '' ? '' : `; ${how}`}${nearest}`,
    `  “${asStatements(quotation).at(-1) ?? quotation}”`,
    ...(differences === undefined ? [] : [`  ${formatDifferences(differences)}`]),
    ...matches.flatMap(({ url, earlier }) => [
      `  ${url}`,
      ...(earlier ? [`    until ${earlier.until}: “${earlier.text}”`] : []),
    ]),
  ].join('\n');
}

/** The words of the source with those that the quotation lacks in `[-…-]`, and those that it added in `{+…+}`. */
function formatDifferences(differences: readonly Difference[]): string {
  const form: Record<Difference['kind'], (text: string) => string> = {
    same: (text) => text,
    missing: (text) => `[-${text}-]`,
    added: (text) => `{+${text}+}`,
    skipped: () => '…',
  };
  return differences.map(({ kind, text }) => form[kind](text)).join(' ');
}

/** How many quotations were answered how. */
export function summaryOf(answers: readonly AnswerKind[]): string {
  const count = (kind: AnswerKind) => answers.filter((answer) => answer === kind).length;
  return ANSWERS.filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} ${kind}`)
    .join(', ');
}
