import { countOverTime, tintOf } from '../../archive/over-time.ts';
import { overTime as english } from '../../words/en-over-time.ts';
import { pageWords } from '../../words/page-words.ts';
import { element } from './elements.ts';
import type { HistogramPeriod } from './periods.ts';
import type { ReleaseRows } from './release-rows.ts';
import type { Answer } from './search-client.ts';
import { countText, numeral } from './search-words.ts';

const text = pageWords('overTime', english);

/**
 * How many of some releases there are by time and office.
 * @param periods those of the histogram: its bars are the chart of the row of all offices.
 * @param pages the releases.
 */
export function overTimeTable(
  rows: ReleaseRows,
  periods: readonly HistogramPeriod[],
  pages: Answer['pages'],
): HTMLElement {
  const { days, dayOf, values, names } = rows;
  const timeOfDay = days.map((day) =>
    periods.findIndex(({ from, to }) => day >= from && day <= to),
  );
  const { numbers, starts } = values.office;
  const issued = Array.from(rows.placesOf(pages), (row) => ({
    time: timeOfDay[dayOf[row] ?? -1] ?? -1,
    offices: numbers.subarray(starts[row], starts[row + 1]),
  }));
  const { offices, others, all } = countOverTime(issued, periods.length);
  const highest = Math.max(1, ...offices.flatMap(({ counts }) => counts));
  const tableRow = (name: string, counts: readonly number[], isTinted = false) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('bdi', {}, name)),
      ...counts.map((count) => {
        const tint = isTinted ? String(tintOf(count, highest)) : undefined;
        return element('td', { 'data-tint': tint }, numeral(count));
      }),
    );
  const body = [
    ...offices.map(({ office, counts }) => tableRow(names.office[office]?.[1] ?? '', counts, true)),
    others && tableRow(countText(text.others, others.offices), others.counts),
    offices.length > 1 && tableRow(text.all, all),
  ];
  const columns = periods.map(({ label }) => element('th', { scope: 'col' }, label));
  const head = element('tr', {}, element('th', { scope: 'col' }, text.office), ...columns);
  const table = element('table', {}, element('thead', {}, head), element('tbody', {}, ...body));
  return element(
    'div',
    { class: 'table', role: 'region', 'aria-label': text.caption, tabindex: '0' },
    table,
  );
}
