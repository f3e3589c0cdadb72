import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
} from 'yaml';
import type { FormField } from '../form.ts';
import { isMapping, isSame, type FieldValues } from './field-values.ts';

/** Replaces what is between two places of a text, counted in UTF-16 units. */
interface Splice {
  start: number;
  end: number;
  text: string;
}

/** Fields of a new file, a line each, however long. */
export function newYaml(values: FieldValues, fields: readonly FormField[]): string {
  const named = new Map(fields.map((field) => [field.name, field]));
  return Object.entries(values)
    .map(([name, value]) => lineOf(name, value, named.get(name), undefined))
    .join('');
}

/**
 * Changes values in YAML and leaves all else as it is, letter by letter: order, quotes, remarks, lists in brackets.
 * @param before the values of the source, as a form shows them, without what is empty.
 * @param after the same, as they are to be.
 */
export function editYaml(
  source: string,
  {
    before,
    after,
    fields,
  }: { before: FieldValues; after: FieldValues; fields: readonly FormField[] },
): string {
  const { contents } = parseDocument(source, { schema: 'core', resolveKnownTags: false });
  const pairs = isMap(contents) ? contents.items : [];
  const named = new Map(fields.map((field) => [field.name, field]));
  const places = new Map(pairs.map((pair) => [keyOf(pair), placeOf(pair, source)]));
  const order = fields.map(({ name }) => name);
  const splices: Splice[] = [];
  for (const pair of pairs) {
    const name = keyOf(pair);
    if (isSame(before[name], after[name])) continue;
    const place = places.get(name) ?? { start: 0, end: 0 };
    const inside =
      name in after ? spliceInside(pair.value, before[name], after[name], source) : undefined;
    const text = name in after ? lineOf(name, after[name], named.get(name), pair.value) : '';
    splices.push(...(inside ?? [{ ...place, text }]));
  }
  for (const name of Object.keys(after).filter((name) => !places.has(name))) {
    const earlier = order
      .slice(0, Math.max(order.indexOf(name), 0))
      .filter((one) => places.has(one));
    const at = Math.max(0, ...earlier.map((one) => places.get(one)?.end ?? 0));
    const isOnLine = at === 0 || source[at - 1] === '\n';
    const text = lineOf(name, after[name], named.get(name), undefined);
    splices.push({ start: at, end: at, text: `${isOnLine ? '' : '\n'}${text}` });
  }
  return apply(source, splices);
}

/** A change of single values within a value, or undefined if the value has to be written anew. */
function spliceInside(
  node: Node | null,
  before: unknown,
  after: unknown,
  source: string,
): Splice[] | undefined {
  if (isSame(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after) && !isSeq(node)) {
    const isSingle = before.length === 1 && after.length === 1;
    return isSingle ? spliceInside(node, before[0], after[0], source) : undefined;
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length || node.items.length !== after.length) return undefined;
    return allOf(
      node.items.map((item, n) => spliceInside(item as Node, before[n], after[n], source)),
    );
  }
  if (isMap(node) && isMapping(before) && isMapping(after)) {
    const names = Object.keys(before);
    const haveSame = isSame(names.toSorted(), Object.keys(after).toSorted());
    if (!haveSame) return undefined;
    return allOf(
      node.items
        .filter((pair) => keyOf(pair) in after)
        .map((pair) => {
          const name = keyOf(pair);
          return spliceInside(pair.value as Node, before[name], after[name], source);
        }),
    );
  }
  const isOneLine = isScalar(node) && node.range && !/^BLOCK/.test(node.type ?? '');
  if (!isOneLine || isMapping(after) || Array.isArray(after)) return undefined;
  const [start, end] = node.range ?? [0, 0];
  if (source.slice(start, end).includes('\n') || start === end) return undefined;
  return [{ start, end, text: scalarText(after, node) }];
}

const allOf = (parts: readonly (Splice[] | undefined)[]) =>
  parts.every((part) => part !== undefined) ? parts.flat() : undefined;

/** In a list in brackets a comma or a bracket would end the value, so these are always in quotes. */
function scalarText(value: unknown, { type }: Scalar): string {
  const scalar = new Scalar(value);
  const isQuoted = type === Scalar.QUOTE_SINGLE || type === Scalar.QUOTE_DOUBLE;
  if (typeof value === 'string' && isQuoted) scalar.type = type;
  else if (typeof value === 'string' && /[,[\]{}\n]/.test(value)) scalar.type = Scalar.QUOTE_DOUBLE;
  return new Document(scalar).toString({ lineWidth: 0 }).trimEnd();
}

/** The lines of one field. @param former the value that they replace, whose brackets they have. */
function lineOf(
  name: string,
  value: unknown,
  field: FormField | undefined,
  former: Node | null | undefined,
): string {
  const wasList = isSeq(former);
  const isSingle = Array.isArray(value) && value.length === 1;
  const written =
    isSingle && !wasList && (field?.isOftenOne === true || former !== undefined) ? value[0] : value;
  const document = new Document({ [name]: written });
  const node = document.get(name, true);
  if (isCollection(node) && isCollection(former) && isSeq(node) === isSeq(former)) {
    node.flow = former.flow === true;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const keyOf = ({ key }: Pair) => (isScalar(key) ? String(key.value) : '');

/** The lines of a field: from its name to the end of the line on which its value ends. */
function placeOf({ key, value }: Pair, source: string): { start: number; end: number } {
  const { range: keyRange } = key as Node;
  const { range } = (value ?? key) as Node;
  const start = keyRange?.[0] ?? 0;
  let end = range?.[1] ?? start;
  if (end > start && source[end - 1] !== '\n') {
    const next = source.indexOf('\n', end);
    end = next === -1 ? source.length : next + 1;
  }
  return { start, end };
}

function apply(source: string, splices: readonly Splice[]): string {
  const inOrder = splices.map((splice, n) => ({ ...splice, n }));
  inOrder.sort((a, b) => a.start - b.start || a.end - b.end || a.n - b.n);
  let [text, at] = ['', 0];
  for (const { start, end, text: next } of inOrder) {
    text += source.slice(at, start) + next;
    at = end;
  }
  return text + source.slice(at);
}
