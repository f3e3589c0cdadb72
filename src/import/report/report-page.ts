import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import { CONFIDENCE_BAR } from '../resolve/questions.ts';
import type { ReportLine, SkippedLine } from './report-line.ts';

const ORDER = [
  'failed',
  'duplicate',
  'updated',
  'written',
  'unchanged',
  'done before',
  'ready',
] as const;
const HEADINGS: Record<(typeof ORDER)[number], string> = {
  failed: 'Not imported',
  duplicate: 'Already in the archive',
  updated: 'Updated',
  written: 'Imported',
  unchanged: 'Unchanged',
  'done before': 'Imported before',
  ready: 'Would be imported',
};
const STYLE = `
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
  article { border-top: 1px solid; padding: 0.5rem 0; overflow-wrap: anywhere; }
  h3 { font-size: 1rem; margin: 0; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0.25rem 0; }
  dd { margin: 0; }
  .doubt { font-weight: bold; }`;

/** The report of an import as a self-contained page. */
export function renderReportPage(
  lines: readonly ReportLine[],
  skipped: readonly SkippedLine[],
): string {
  const sections = ORDER.flatMap((status) => {
    const own = lines.filter((line) => line.status === status);
    return own.length === 0
      ? []
      : [h('section', [h('h2', `${HEADINGS[status]}: ${own.length}`), ...own.map(entry)])];
  });
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('title', 'Import report'),
      h('style', STYLE),
    ]),
    h('body', [h('h1', 'Import report'), ...sections, ...skippedSections(skipped)]),
  ]);
  return `<!doctype html>\n${toHtml(page)}\n`;
}

/** What was skipped, by its kind. */
function skippedSections(skipped: readonly SkippedLine[]) {
  const kinds = Map.groupBy(skipped, ({ kind: [one] }) => one).values();
  return [...kinds].map((lines) => {
    const [one, several] = lines[0]?.kind ?? ['', ''];
    return h('section', [
      h('h2', `Skipped: ${lines.length} ${lines.length === 1 ? one : several}`),
      h('ul', lines.map(({ file }) => h('li', file))), // prettier-ignore
    ]);
  });
}

function entry({
  file,
  release,
  sha256,
  fields,
  confidence,
  leftOut,
  warnings,
  problems,
  account,
  lines,
  suggestedBills = [], // a line of an earlier version has none
}: ReportLine) {
  const rows = (Object.keys(confidence) as (keyof typeof fields)[])
    .filter((field) => fields[field] !== null)
    .flatMap((field) => {
      const share = confidence[field] ?? 0;
      const where = lines[field] === undefined ? '' : `, line ${lines[field]}`;
      const value = Array.isArray(fields[field])
        ? fields[field]
            .map((one) =>
              Object.values(one)
                .filter((part) => part !== null)
                .join(', '),
            )
            .join('; ')
        : String(fields[field]);
      return [
        h('dt', field),
        h('dd', [
          value,
          ' ',
          h(
            'small',
            { className: share < CONFIDENCE_BAR ? ['doubt'] : [] },
            `${Math.round(share * 100)} % certain${where}`,
          ),
        ]),
      ];
    });
  return h('article', [
    h('h3', release === null ? file : `${file} → ${release}`),
    ...problems.map(({ line, field, message, hint }) =>
      h('p', { className: ['doubt'] }, `line ${line}: ${field} ${message}; ${hint}`),
    ),
    ...warnings.map((warning) => h('p', warning)),
    h('dl', rows),
    ...(suggestedBills.length === 0
      ? []
      : [
          h('p', [
            'The text names bills; if the release is about them, add ',
            h('code', `bills: [${suggestedBills.map(({ bill }) => bill).join(', ')}]`),
          ]),
          h(
            'ul',
            suggestedBills.map(({ bill, words }) => h('li', `${bill}: ${words}`)),
          ),
        ]),
    ...(account === undefined
      ? []
      : [
          h(
            'p',
            `${account.words} words: ${account.body} in the text, ${account.fields} in headline and sub-headline, ${account.leftOut} left out.`,
          ),
        ]),
    ...(leftOut.length === 0
      ? []
      : [
          h('details', [
            h('summary', `Left out: ${leftOut.length}`),
            h(
              'ul',
              leftOut.map(({ text, reason }) => h('li', `${text} (${reason})`)),
            ),
          ]),
        ]),
    ...(sha256 === undefined ? [] : [h('p', [h('small', `SHA-256 ${sha256}`)])]),
  ]);
}
