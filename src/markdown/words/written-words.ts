import type { Nodes, Root, Table } from 'mdast';
import type { StretchFault, FaultyStretch } from './faulty-stretch.ts';
import { usedDefinitions } from './used-definitions.ts';
import { WordReader } from './word-reader.ts';
import { WordStream } from './word-stream.ts';

/** The words of a Markdown text, less markup: what a reader must find on its page. */
export interface WrittenWords {
  main: WordStream;
  /** Of each note in the order in which notes are shown. */
  notes: WordStream[];
  /** Titles of links and of HTML's elements, which a browser shows on demand. */
  titles: { text: string; offset: number }[];
  faults: FaultyStretch[];
  /** Items of lists whose written number is another than the one that is shown. */
  numbers: { offset: number; written: number; shown: number }[];
}

const ITEM_MARKER = /(?:[-+*]|(\d{1,9})[.)])/y;
const TASK_MARKER = /(?:[-+*]|\d{1,9}[.)])\s+\[[xX]\]/y;
const NOTE_LABEL = /\[\^(?:\\[^]|[^\]\\])+\]:/y;
const FENCE_END = /[\r\n][ \t>]*(?:`{3,}|~{3,})[ \t]*$/;

/**
 * Takes the words out of a text. All of its characters count but for what is markup beyond doubt; the
 * tree says no more than where that is.
 */
export function writtenWords(source: string, tree: Root): WrittenWords {
  const { links, used, notes, notesByName } = usedDefinitions(tree);
  const orderOf = new Map(notes.map((note, n) => [note, n]));
  const reader = new WordReader(source);
  const found: WrittenWords = {
    main: reader.stream,
    notes: notes.map(() => new WordStream()),
    titles: [],
    faults: [],
    numbers: [],
  };

  function fault(start: number, end: number, kind: StretchFault, name?: string) {
    found.faults.push({ start, end, fault: kind, name });
  }
  function readText(end: number) {
    for (const [from, to] of reader.readText(end)) fault(from, to, 'reference');
  }
  function addTitle(title: string | null | undefined, offset: number) {
    if (title) found.titles.push({ text: title, offset });
  }
  function enterChildren(node: Nodes) {
    if ('children' in node) node.children.forEach(enter);
  }

  function enter(node: Nodes): void {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    // Text is what is left between all else; an address that GFM found in a text has no place.
    if (start === undefined || end === undefined || node.type === 'text') return;
    readText(start);
    switch (node.type) {
      case 'definition':
        if (used.has(node)) {
          reader.skipTo(end);
          addTitle(node.title, start);
        } else {
          const isFirst = links.get(node.identifier) === node;
          fault(start, end, isFirst ? 'unused definition' : 'second definition', nameOf(node));
        }
        return;
      case 'footnoteDefinition': {
        const order = orderOf.get(node);
        if (order === undefined) {
          const isFirst = notesByName.get(node.identifier) === node;
          fault(start, end, isFirst ? 'unused note' : 'second note', nameOf(node));
          return;
        }
        skip(NOTE_LABEL, start);
        const outer = reader.stream;
        reader.stream = found.notes[order] ?? outer;
        enterChildren(node);
        readText(end);
        reader.stream = outer;
        return;
      }
      case 'footnoteReference':
        reader.skipTo(end);
        return;
      case 'image':
      case 'imageReference':
        reader.stream.add(node.alt ?? '', () => start);
        reader.skipTo(end);
        if (node.type === 'image') addTitle(node.title, start);
        return;
      case 'link':
      case 'linkReference':
        if (source[start] === '[') {
          enterChildren(node);
          readText(node.children.at(-1)?.position?.end.offset ?? start);
          reader.skipTo(end);
          if (node.type === 'link') addTitle(node.title, start);
        } else reader.readCode(end); // an address as it is
        return;
      case 'inlineCode':
        reader.readCode(end);
        return;
      case 'code':
        readBlockOfCode(start, end);
        return;
      case 'html': {
        const { faults, titles, offsetOf } = reader.readHtml(node.value, end);
        for (const one of faults) fault(offsetOf(one.start), offsetOf(one.end), one.fault);
        for (const one of titles) {
          addTitle(node.value.slice(one.start, one.end), offsetOf(one.start));
        }
        fault(start, end, 'html');
        return;
      }
      case 'list':
        if (node.ordered) checkNumbers(node.children, node.start ?? 1);
        enterChildren(node);
        return;
      case 'listItem':
        skip(node.checked === true ? TASK_MARKER : ITEM_MARKER, start);
        enterChildren(node);
        return;
      case 'table':
        findSurplus(node);
        enterChildren(node);
        return;
      default:
        enterChildren(node);
    }
  }

  function skip(marker: RegExp, start: number) {
    marker.lastIndex = start;
    if (marker.test(source)) reader.skipTo(marker.lastIndex);
  }

  function readBlockOfCode(start: number, end: number) {
    const written = source.slice(start, end);
    const [fence = ''] = /^[`~]+[^\r\n]*/.exec(written) ?? [];
    const info = fence.replace(/^[`~]+/, '').trim();
    // The name of a language is a class on the page; any other words there are a slip.
    const isName = /^[\w+#.-]{1,20}$/.test(info) && FENCE_END.test(written);
    if (isName) reader.skipTo(start + fence.length);
    else if (info !== '') fault(start, start + fence.length, 'fence');
    reader.readCode(end);
  }

  function findSurplus({ children: rows }: Table) {
    const columns = rows[0]?.children.length ?? 0;
    for (const { position } of rows.flatMap(({ children }) => children.slice(columns))) {
      fault(position?.start.offset ?? 0, position?.end.offset ?? 0, 'surplus cell');
    }
  }

  /** Items may all be written with one number, which is a habit; others are shown as they are written. */
  function checkNumbers(items: readonly Nodes[], first: number) {
    const written = items.map(({ position }) => {
      const offset = position?.start.offset ?? 0;
      ITEM_MARKER.lastIndex = offset;
      return { offset, number: Number(ITEM_MARKER.exec(source)?.[1]) };
    });
    if (written.every(({ number }) => number === first)) return;
    for (const [n, { offset, number }] of written.entries()) {
      const shown = first + n;
      if (number !== shown) found.numbers.push({ offset, written: number, shown });
    }
  }

  enter(tree);
  readText(source.length);
  return found;
}

const nameOf = ({ label }: { label?: string | null | undefined }) => label ?? '';
