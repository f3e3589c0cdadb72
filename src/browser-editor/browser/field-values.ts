import type { FormField } from '../form.ts';

/** FieldValues of fields by their names: texts, numbers, `true`, lists and maps of these. */
export type FieldValues = Record<string, unknown>;

export const isMapping = (value: unknown): value is FieldValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The values that a form shows of what YAML holds: a single value is a list of one where the field is a list,
 * `true` and numbers are such. Whatever has no field stays as it is.
 */
export function shownValues(data: FieldValues, fields: readonly FormField[]): FieldValues {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const field = byName.get(name);
      return [name, field === undefined || value === null ? value : shownValue(value, field)];
    }),
  );
}

function shownValue(value: unknown, { kind, fields = [] }: FormField): unknown {
  const inner = (item: unknown) =>
    isMapping(item) && fields.length > 0 ? shownValues(item, fields) : item;
  if (kind === 'list') return (Array.isArray(value) ? value : [value]).map(inner);
  if (kind === 'map') return inner(value);
  if (kind === 'media') return `/media/${pathBelowMedia(String(value))}`;
  if (kind === 'switch') return /^true$/i.test(String(value));
  if (kind === 'integer' && /^\d+$/.test(String(value))) return Number(value);
  return value;
}

/** The values in the order of the fields, without what is empty; a switch that is off is empty. */
export function filledValues(values: FieldValues, fields: readonly FormField[]): FieldValues {
  const names = new Set([...fields.map(({ name }) => name), ...Object.keys(values)]);
  const byName = new Map(fields.map((field) => [field.name, field]));
  const filled = [...names].map((name): [string, unknown] => [
    name,
    filledValue(values[name], byName.get(name)),
  ]);
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined));
}

function filledValue(value: unknown, field: FormField | undefined): unknown {
  if (typeof value === 'string') {
    const text = field?.kind === 'media' ? pathBelowMedia(value) : value.trim();
    return text === '' ? undefined : text;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => filledValue(item, field));
    const filled = items.filter((item) => item !== undefined);
    return filled.length > 0 ? filled : undefined;
  }
  if (isMapping(value)) {
    const filled = filledValues(value, field?.fields ?? []);
    return Object.keys(filled).length > 0 ? filled : undefined;
  }
  return value === null || value === false ? undefined : value;
}

const pathBelowMedia = (file: string) => file.trim().replace(/^\/?(?:media\/)?/, '');

/** Whether two values are the same, whatever the order of names in maps. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, n) => isSame(item, b[n]));
  }
  if (!isMapping(a) || !isMapping(b)) return a === b;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => name in b && isSame(a[name], b[name]))
  );
}
