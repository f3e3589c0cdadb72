import { fieldDefinition, type FieldName, fieldNames } from './frontmatter.ts';

/**
 * The fields as a file has them: in the table's order, without those that lack a value, each value of
 * a list once, and a single value instead of a list where that is usual.
 */
export function asWritten(fields: Partial<Record<FieldName, unknown>>): Record<string, unknown> {
  const written = fieldNames.map((name) => {
    const value = fields[name];
    if (!Array.isArray(value)) return [name, value] as const;
    const list = [...new Set<unknown>(value)];
    const isSingle = list.length <= 1 && fieldDefinition(name).isOftenOne === true;
    return [name, isSingle ? list[0] : list] as const;
  });
  return Object.fromEntries(
    written.filter(([, value]) => value !== undefined && !isEmptyList(value)),
  );
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;
