import type { Element } from 'hast';
import { arrange, elementOf, type WordBlock } from './arrange.ts';
import { HIDDEN_ROW, LEFT_OUT, MERGED_CELL } from './reasons.ts';
import type { StoryContext } from './story-context.ts';
import { type CellPlace, tableLooks } from './table-looks.ts';
import { childNumber, childOf, elementsOf, isOn, type XmlElement } from './xml.ts';

const MAX_COLUMNS = 63; // of Word

/** An element inside a table, and why its words are left out. */
interface Found {
  element: XmlElement;
  reason: string | undefined;
}

/** Reads a table; cells that are merged across or down are one. */
export function readTable(
  story: StoryContext,
  table: XmlElement,
  reason: string | undefined,
): WordBlock[] {
  const rows: { isHead: boolean; cells: Element[] }[] = [];
  const spans = new Map<number, Element>();
  const found = within(story, table, 'w:tr', reason);
  const looks = tableLooks(story.reading.styles, childOf(table, 'w:tblPr'));
  for (const [n, row] of found.entries()) {
    const properties = childOf(row.element, 'w:trPr');
    const isDeleted = childOf(properties, 'w:del') !== undefined;
    const isHidden = isOn(properties, 'w:hidden') ?? false;
    const why = row.reason ?? (isDeleted ? LEFT_OUT['w:del'] : isHidden ? HIDDEN_ROW : undefined);
    const cells = readRow(story, row.element, why, spans, (place) =>
      looks({ ...place, row: n, rows: found.length }),
    );
    if (why === undefined && cells.length > 0)
      rows.push({ isHead: isOn(properties, 'w:tblHeader') ?? false, cells });
  }
  if (rows.length === 0) return [];
  const body = rows.findIndex(({ isHead }) => !isHead);
  const split = body === -1 ? rows.length : body;
  const part = (tag: string, cell: string, some: typeof rows) =>
    some.length === 0
      ? []
      : [elementOf(tag, some.map(({ cells }) => elementOf('tr', cells.map((one) => ({ ...one, tagName: cell })))))]; // prettier-ignore
  // Cells that are merged down are changed after their row was read: only now are they copied.
  const children = [
    ...part('thead', 'th', rows.slice(0, split)),
    ...part('tbody', 'td', rows.slice(split)),
  ];
  return [{ element: elementOf('table', children) }];
}

/**
 * @param spans the cells that are merged down, by their column.
 * @param looks what the style of the table gives a cell.
 */
function readRow(
  story: StoryContext,
  row: XmlElement,
  reason: string | undefined,
  spans: Map<number, Element>,
  looks: (place: Pick<CellPlace, 'cell' | 'cells'>) => XmlElement[],
): Element[] {
  const before = childNumber(childOf(row, 'w:trPr'), 'w:gridBefore', 0, MAX_COLUMNS) ?? 0;
  const cells: Element[] =
    before > 0 ? [elementOf('td', [], before > 1 ? { colSpan: before } : {})] : [];
  let column = before;
  const found = within(story, row, 'w:tc', reason);
  for (const [n, { element, reason: outer }] of found.entries()) {
    const properties = childOf(element, 'w:tcPr');
    const isDeleted = childOf(properties, 'w:cellDel') !== undefined;
    const width = childNumber(properties, 'w:gridSpan', 1, MAX_COLUMNS) ?? 1;
    const [down, across] = ['w:vMerge', 'w:hMerge'].map((name) => {
      const merge = childOf(properties, name);
      return merge && (merge.attributes.get('w:val') ?? 'continue');
    });
    const above = spans.get(column);
    const isContinued = (down === 'continue' && above !== undefined) || across === 'continue';
    const why = outer ?? (isDeleted ? LEFT_OUT['w:del'] : isContinued ? MERGED_CELL : undefined);
    const look = looks({ cell: n, cells: found.length });
    const content = arrange(story.nested(element, why, look));
    if (outer !== undefined || isDeleted) continue;
    if (across === 'continue') {
      const last = cells.at(-1);
      if (last) last.properties['colSpan'] = Number(last.properties['colSpan'] ?? 1) + width;
    } else if (down === 'continue' && above !== undefined) {
      above.properties['rowSpan'] = Number(above.properties['rowSpan'] ?? 1) + 1;
    } else {
      const cell = elementOf('td', content, width > 1 ? { colSpan: width } : {});
      cells.push(cell);
      spans.delete(column);
      if (down !== undefined) spans.set(column, cell);
    }
    column += width;
  }
  return cells;
}

/** The rows of a table or the cells of a row, also those inside controls and tracked changes. */
function within(
  story: StoryContext,
  parent: XmlElement,
  name: string,
  reason: string | undefined,
): Found[] {
  return elementsOf(parent).flatMap((element): Found[] => {
    if (element.name === name) return [{ element, reason }];
    if (/Pr(?:Ex)?$/.test(element.name)) return [];
    const placeholder = element.name === 'w:sdt' ? story.placeholder(element) : undefined;
    return within(story, element, name, reason ?? LEFT_OUT[element.name] ?? placeholder);
  });
}
