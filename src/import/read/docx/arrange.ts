import type { Element, ElementContent } from 'hast';
import type { ListMark } from './numbering.ts';

/** A paragraph or a table of a document, before lists and quotations are put together. */
export interface WordBlock {
  element: Element;
  /** Its place in a list; undefined for what is no item. */
  item?: Exclude<ListMark, { kind: 'label' }> | undefined;
  isQuotation?: boolean | undefined;
}

interface OpenList {
  level: number;
  element: Element;
  /** The number of the next item; undefined in a list with bullets. */
  next: number | undefined;
}

export const elementOf = (
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children });

/** Puts items into lists, one inside the other by level, and paragraphs of a quotation into one. */
export function arrange(blocks: readonly WordBlock[]): Element[] {
  const top: Element[] = [];
  let lists: OpenList[] = [];
  for (const { element, item, isQuotation } of blocks) {
    if (item === undefined) {
      lists = [];
      const last = top.at(-1);
      if (!isQuotation) top.push(element);
      else if (last?.tagName === 'blockquote') last.children.push(element);
      else top.push(elementOf('blockquote', [element]));
      continue;
    }
    const value = item.kind === 'number' ? item.value : undefined;
    lists = lists.filter(({ level }) => level <= item.level);
    const same = lists.at(-1);
    if (same?.level === item.level && same.next === value) {
      same.element.children.push(elementOf('li', element.children));
      if (same.next !== undefined) same.next += 1;
      continue;
    }
    lists = lists.filter(({ level }) => level < item.level);
    const list =
      value === undefined
        ? elementOf('ul', [])
        : elementOf('ol', [], value === 1 ? {} : { start: value });
    const outer = lists.at(-1)?.element.children.at(-1);
    if (outer?.type === 'element') outer.children.push(list);
    else top.push(list);
    list.children.push(elementOf('li', element.children));
    lists.push({ level: item.level, element: list, next: value === undefined ? value : value + 1 });
  }
  return top;
}
