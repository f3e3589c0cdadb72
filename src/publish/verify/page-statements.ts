import { parseJson } from '../../archive/parse-json.ts';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { normalizeText } from '../../archive/statement-id-form.ts';
import { releaseRecord } from '../data/release-record.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const record = releaseRecord.pick({ statements: true, removed: true }).loose();
/** What is shown in a statement and is none of its words. */
const BESIDE = ['data-permalink', 'data-note', 'data-footnote-ref', 'data-footnote-backref'];

/**
 * What of a release's statements its page has not as its `release.json` says, as sentences. The page is
 * parsed as a browser does, to find links without a target.
 */
export function wrongPage(html: string, json: string): string[] {
  const read = record.safeParse(parseJson(json));
  if (!read.success) return []; // reported as a problem of the record
  const { statements, removed } = read.data;
  const { ids, shown } = readPage(html);
  const missing = [...statements.map(({ id }) => id), ...removed].filter((id) => !ids.has(id));
  const twice = [...ids].filter(([, times]) => times > 1).map(([id]) => id);
  const different = statements.filter(({ id, text }) => {
    const words = shown.get(id);
    return words !== undefined && words !== normalizeText(text);
  });
  const isInOrder = [...shown.keys()].join() === statements.map(({ id }) => id).join();
  return [
    ...missing.map((id) => `has no ${id}, which release.json lists`),
    ...twice.map((id) => `has the id ${id} twice`),
    ...different.map(({ id }) => `has other words at ${id} than release.json`),
    ...(isInOrder || missing.length > 0 ? [] : ['has other statements than release.json']),
  ];
}

/** How often each id is in a page, and the words of its statements, in order. */
function readPage(html: string) {
  const ids = new Map<string, number>();
  const shown = new Map<string, string>();
  const enter = (node: Node): void => {
    if ('attrs' in node) {
      const id = attribute(node, 'id');
      if (id !== undefined) ids.set(id, (ids.get(id) ?? 0) + 1);
      if (id !== undefined && attribute(node, 'data-statement') !== undefined) {
        shown.set(id, normalizeText(node.childNodes.map((child) => wordsOf(child, node)).join('')));
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(enter);
  };
  enter(parse(html));
  return { ids, shown };
}

/** The words of a part of a statement: lists in an item are statements of their own. */
function wordsOf(node: Node, statement: Element): string {
  if ('value' in node) return node.value;
  if (!('attrs' in node)) return '';
  if (node.tagName === 'br') return ' ';
  if (statement.tagName === 'li' && ['ul', 'ol'].includes(node.tagName)) return '';
  if (BESIDE.some((name) => attribute(node, name) !== undefined)) return '';
  return node.childNodes.map((child) => wordsOf(child, statement)).join('');
}

const attribute = ({ attrs }: Element, name: string) =>
  attrs.find((one) => one.name === name)?.value;
