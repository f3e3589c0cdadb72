import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  Scalar,
  visit,
} from 'yaml';
import { isUnprintable } from './unprintable.ts';
import { explain, type YamlFault, explainComment, type YamlError } from './yaml-errors.ts';

/** A place inside YAML: keys and indexes from the root. */
type YamlPath = readonly PropertyKey[];

export interface ParsedYaml {
  /** Maps, lists, strings and nulls. */
  data: unknown;
  /** The line, from 1, of the value at `path`, or of the nearest thing around it. */
  lineOf(path: YamlPath): number;
  /** What makes it unreadable; then `data` is undefined. At most one a line: others follow from it. */
  errors: YamlError[];
  /** Words behind a `#` that were meant as part of a value, as in `Bill #12`: `data` is without them. */
  lost: YamlError[];
  /** Remarks behind a `#`, which YAML leaves out. */
  warnings: YamlError[];
}

/**
 * Reads YAML 1.2 by the core schema, but leaves every plain value as it was written: a day stays a
 * day, the headline `1.10` has its zero and `title: no` is the word. Only null is not a string.
 * Anchors, aliases and tags are refused: a headline may begin with `&` or `*`, and would lose words.
 * @param firstLine the line of the file, from 1, on which `source` begins.
 * @see https://yaml.org/spec/1.2.2/#103-core-schema
 */
export function parseYaml(source: string, firstLine = 1): ParsedYaml {
  const counter = new LineCounter();
  const document = parseDocument(source, {
    schema: 'core',
    lineCounter: counter,
    prettyErrors: false,
    resolveKnownTags: false,
    stringKeys: true,
  });
  const lines = source.split(/\r?\n/);
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line);
  const faults: YamlFault[] = [...document.errors, ...document.warnings].map((error) => {
    const { code, message, pos } = error;
    return { code, message, line: lineAt(pos[0]) };
  });
  const refuse = (what: string, node: Node) =>
    faults.push({ code: 'REFERENCE', message: what, line: lineAt(node.range?.[0] ?? 0) });
  const warnings: YamlError[] = [];
  const lost: YamlError[] = [];
  visit(document, (_, node) => {
    if (!isNode(node)) return;
    if (isAlias(node)) refuse(`*${node.source}`, node);
    else if (node.anchor) refuse(`&${node.anchor}`, node);
    if (!isScalar(node)) return;
    const line = lineAt(node.range?.[0] ?? 0);
    if (node.value !== null && typeof node.value !== 'string') {
      node.value = node.source ?? String(node.value);
    }
    if (isUnprintable(String(node.value))) faults.push({ code: 'CONTROL', message: '', line });
    const remark = remarkBehind(node, source);
    if (remark === undefined) return;
    // `Bill #12 passes` has lost its number; behind a space it is a remark that somebody wrote.
    const isLost = /^#[^\s#]/.test(remark);
    (isLost ? lost : warnings).push(explainComment(remark, line, lines));
  });
  const errors = new Map<number, YamlError>();
  for (const fault of faults) {
    const error = explain(fault, lines);
    if (!errors.has(error.line)) errors.set(error.line, error);
  }
  const inFile = (error: YamlError) => ({ ...error, line: error.line + firstLine - 1 });
  return {
    data: errors.size === 0 ? document.toJS() : undefined,
    lineOf: (path) => lineAt(offsetOf(document.contents, path)) + firstLine - 1,
    errors: [...errors.values()].map(inFile).sort((a, b) => a.line - b.line),
    lost: lost.map(inFile),
    warnings: warnings.map(inFile),
  };
}

/** What follows a plain value on its line and begins with `#`. */
function remarkBehind(node: Scalar, source: string): string | undefined {
  const end = node.range?.[1];
  if (node.type !== Scalar.PLAIN || end === undefined) return undefined;
  return /^[ \t]*(#.*)/.exec(source.slice(end, end + 200))?.[1]?.trim();
}

/** All remarks in YAML, with their `#`: words that no value holds. */
export function remarksIn(source: string): string[] {
  const tokens = [...new Lexer().lex(source)];
  const SCALAR = '\u001f'; // put before a plain value, and before a text on several lines
  return tokens.filter((token, n) => token.startsWith('#') && tokens[n - 1] !== SCALAR);
}

/** Where the value at a path is: its key in a map, itself in a list, or what is around it. */
function offsetOf(root: unknown, path: YamlPath): number {
  let node = root;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (isMap(node)) {
      const isStep = ({ key }: { key: unknown }) =>
        isScalar(key) && String(key.value) === String(step);
      const pair = node.items.find(isStep);
      if (!isPair(pair) || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else {
      node = isSeq(node) ? node.items[Number(step)] : undefined;
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    }
  }
  return offset;
}
