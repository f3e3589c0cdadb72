import type { z } from 'zod';
import { quote } from './fields.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { ParsedYaml } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** What a schema's own messages don't say: something is missing, or is not of the right kind. */
const wording: z.core.$ZodErrorMap = ({ code, input, ...issue }) => {
  if (input === undefined || input === null) return 'is missing';
  if (code === 'invalid_type' && 'expected' in issue) {
    const kinds: Record<string, string> = {
      string: 'text',
      array: 'a list',
      object: 'a set of fields',
    };
    return `is not ${kinds[String(issue.expected)] ?? String(issue.expected)}`;
  }
  return `cannot be ${quote(input)}`;
};

/**
 * Holds YAML against a schema.
 * @returns the schema's output, or every problem with its line and a hint from the schema's own
 * descriptions.
 */
export function validate<Schema extends z.ZodObject>(
  schema: Schema,
  yaml: ParsedYaml,
  file: string,
): { value: z.output<Schema>; problems: [] } | { value: undefined; problems: Problem[] } {
  const result = schema.safeParse(dropNulls(yaml.data), { error: wording });
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.flatMap(flatten).flatMap((issue) => {
    const place = { file, line: yaml.lineOf(issue.path) };
    if (issue.code !== 'unrecognized_keys') {
      const field = fieldName(issue.path);
      return [{ ...place, field, message: issue.message, hint: hintFor(schema, issue.path) }];
    }
    return issue.keys.map((key): Problem => {
      const path = [...issue.path, key];
      const known = keysAt(schema, issue.path);
      const meant = nearest(key, known);
      const hint = meant ? `did you mean ${meant}?` : `the fields are ${known.join(', ')}`;
      return {
        file,
        line: yaml.lineOf(path),
        field: fieldName(path),
        message: 'is not a field',
        hint,
      };
    });
  });
  return { value: undefined, problems };
}

/** An empty value in YAML (`subtitle:`) is the same as none. */
function dropNulls(data: unknown): unknown {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}

/** The issues inside a union: those of the branch that the input comes nearest to. */
function flatten(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const branches = issue.errors.map((branch) => branch.flatMap(flatten));
  const depth = (branch: Issue[]) => Math.max(...branch.map(({ path }) => path.length));
  const isWrongKind = (branch: Issue[]) =>
    branch.some(({ code, path }) => code === 'invalid_type' && path.length === 0);
  const best = branches
    .filter((branch) => !isWrongKind(branch))
    .sort((a, b) => depth(b) - depth(a))[0];
  const chosen = best ?? branches.at(-1) ?? [];
  return chosen.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

const fieldName = (path: readonly PropertyKey[]) =>
  path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step + 1}]`;
    return name === '' ? String(step) : `${name}.${String(step)}`;
  }, '') || 'frontmatter';

/** The description nearest to the path, from the outside in. */
function hintFor(schema: z.ZodType, path: readonly PropertyKey[]): string {
  let hint = 'see the table of fields in README.md';
  for (let depth = 1; depth <= path.length; depth++) {
    hint = schemaAt(schema, path.slice(0, depth))?.description ?? hint;
  }
  return hint;
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const inner = schemaAt(schema, path);
  return inner !== undefined && 'shape' in inner ? Object.keys(inner.shape as object) : [];
}

/** Walks a schema as its data is walked, through optionals, lists, unions and pipes. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const def = schema.def as unknown as Record<string, unknown>;
  for (const around of ['innerType', 'in']) {
    if (def[around] !== undefined && (path.length > 0 || schema.description === undefined)) {
      const inside = schemaAt(def[around] as z.ZodType, path);
      if (inside !== undefined) return inside;
    }
  }
  if (Array.isArray(def['options'])) {
    const inside = (def['options'] as z.ZodType[]).map((option) => schemaAt(option, path));
    return inside.find((found) => found !== undefined && 'shape' in found) ?? inside.find(Boolean);
  }
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  if (typeof step === 'number') {
    return def['element'] ? schemaAt(def['element'] as z.ZodType, rest) : undefined;
  }
  const shape = def['shape'] as Record<string, z.ZodType> | undefined;
  const next = shape && Object.hasOwn(shape, String(step)) ? shape[String(step)] : undefined;
  return next && schemaAt(next, rest);
}
