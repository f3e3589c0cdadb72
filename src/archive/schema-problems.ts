import type { z } from 'zod';
import { fieldNamesAt, hintFor } from './field-hints.ts';
import { quote } from './fields.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { type ParsedYaml, parseYaml } from './yaml.ts';

type Issue = z.core.$ZodIssue;

const NOT_TEXT = 'is not text';
/** For what YAML took apart, such as the topic `- Budget: 2018`. */
const SPLIT_TEXT = 'put quotation marks around a value that has : in it or begins with [ or {';

/** What a schema's own messages don't say: something is missing, or is not of the right kind. */
const wording: z.core.$ZodErrorMap = ({ code, input, ...issue }) => {
  if (input === undefined) return 'is missing';
  if (input === null) return 'is empty';
  if (code === 'invalid_type' && 'expected' in issue) {
    const kinds: Record<string, string> = {
      array: 'a list',
      object: 'a set of fields',
    };
    if (issue.expected === 'string') return NOT_TEXT;
    return `is not ${kinds[String(issue.expected)] ?? String(issue.expected)}`;
  }
  return `cannot be ${quote(input)}`;
};

/** The fields of a file and their lines; without a value if they are not valid. */
export interface Fields<Value> {
  value: Value | undefined;
  lineOf: ParsedYaml['lineOf'];
  problems: Problem[];
  warnings: Problem[];
}

/** Where fields come from, for the problems in them. */
export interface YamlPlace {
  file: string;
  /** The line of the file, from 1, on which the fields begin. */
  line?: number;
  /** What a problem with no field of its own is about. */
  whole?: string;
}

/** Reads YAML and holds it against a schema. */
export function readFields<Schema extends z.ZodObject>(
  schema: Schema,
  source: string,
  { file, line = 1, whole = 'file' }: YamlPlace,
): Fields<z.output<Schema>> {
  const yaml = parseYaml(source, line);
  const toProblem = ({ field = whole, ...error }: ParsedYaml['errors'][number]): Problem => {
    return { file, line: error.line, field, message: error.message, hint: error.hint };
  };
  const faults = [...yaml.errors, ...yaml.lost].sort((a, b) => a.line - b.line);
  const checked =
    faults.length > 0
      ? { value: undefined, problems: faults.map(toProblem) }
      : validate(schema, yaml, file, whole);
  return { ...checked, lineOf: yaml.lineOf, warnings: yaml.warnings.map(toProblem) };
}

/**
 * Holds parsed YAML against a schema.
 * @param whole what a problem with no field of its own is about.
 * @returns the schema's output, or every problem with its line and a hint from the schema's own
 * descriptions.
 */
export function validate<Schema extends z.ZodObject>(
  schema: Schema,
  yaml: ParsedYaml,
  file: string,
  whole = 'frontmatter',
): { value: z.output<Schema>; problems: [] } | { value: undefined; problems: Problem[] } {
  const result = schema.safeParse(dropNulls(yaml.data ?? {}), { error: wording });
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.flatMap(flatten).flatMap((issue) => {
    const place = { file, line: yaml.lineOf(issue.path) };
    if (issue.code !== 'unrecognized_keys') {
      const field = fieldName(issue.path) || whole;
      const hint = issue.message === NOT_TEXT ? SPLIT_TEXT : hintFor(schema, issue.path);
      return [{ ...place, field, message: issue.message, hint }];
    }
    return issue.keys.map((key): Problem => {
      const path = [...issue.path, key];
      const known = fieldNamesAt(schema, issue.path);
      const meant = nearest(key, known);
      const above = fieldAbove(schema, issue.path, known, key);
      const hint = above
        ? `indent it by two spaces, below ${above}:`
        : meant
          ? `did you mean ${meant}?`
          : `the fields are ${known.join(', ')}`;
      const field = fieldName(path) || whole;
      const message = key === '' ? 'has a value without the name of its field' : 'is not a field';
      return { file, line: yaml.lineOf(path), field, message, hint };
    });
  });
  return { value: undefined, problems: problems.sort((a, b) => a.line - b.line) };
}

/** The field of this set that itself has a field of this name: its line is not indented. */
const fieldAbove = (
  schema: z.ZodType,
  path: readonly PropertyKey[],
  known: readonly string[],
  key: string,
) =>
  known.find((name) =>
    [[], [0]].some((item) => fieldNamesAt(schema, [...path, name, ...item]).includes(key)),
  );

/** An empty field in YAML (`subtitle:`) is the same as none; an empty item of a list is not. */
function dropNulls(data: unknown): unknown {
  if (data === null || typeof data !== 'object') return data;
  if (Array.isArray(data)) return data.map(dropNulls);
  const entries = Object.entries(data).filter(([, value]) => value !== null);
  return Object.fromEntries(entries.map(([key, value]) => [key, dropNulls(value)]));
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
  }, '');
