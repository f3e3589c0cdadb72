import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';

/** A place inside YAML: keys and indexes from the root. */
export type YamlPath = readonly PropertyKey[];

export interface ParsedYaml {
  /** Maps, lists, strings and nulls. */
  data: unknown;
  /** The line, from 1, of the value at `path`, or of the nearest thing around it. */
  lineOf(path: YamlPath): number;
  /** What makes it unreadable; then `data` is undefined. */
  errors: { line: number; message: string }[];
}

/**
 * Reads YAML 1.2 by the core schema, but keeps every plain value as it was written: a day stays a
 * day, the headline `1.10` keeps its nought and `title: no` is the word. Only null is not a string.
 * @param firstLine the line of the file, from 1, on which `source` begins.
 * @see https://yaml.org/spec/1.2.2/#103-core-schema
 */
export function parseYaml(source: string, firstLine = 1): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    resolveKnownTags: false,
  });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const errors = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    line: lineAt(pos[0]),
    message: message.split('\n')[0] ?? message,
  }));
  visit(document, {
    Scalar(_, node) {
      if (node.value !== null && typeof node.value !== 'string') {
        node.value = node.source ?? String(node.value);
      }
    },
    Alias(_, node) {
      const line = lineAt(node.range?.[0] ?? 0);
      errors.push({ line, message: 'An alias such as *name cannot be used here' });
    },
  });
  const lineOf = (path: YamlPath) => {
    let node: unknown = document.contents;
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(
          ({ key }) => isScalar(key) && String(key.value) === String(step),
        );
        if (!isPair(pair) || !isScalar(pair.key)) break;
        offset = pair.key.range?.[0] ?? offset;
        node = pair.value;
      } else {
        node = document.getIn(path.slice(0, path.indexOf(step) + 1) as PropertyKey[], true);
        if (!isNode(node)) break;
        offset = node.range?.[0] ?? offset;
      }
    }
    return lineAt(offset);
  };
  return { data: errors.length === 0 ? document.toJS() : undefined, lineOf, errors };
}
