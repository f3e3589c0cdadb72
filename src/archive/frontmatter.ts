import { z } from 'zod';
import { type FieldDefinition, releaseFields } from './release-fields.ts';

type Fields = typeof releaseFields;
export type FieldName = keyof Fields;

/** The names of all fields, in the table's order. */
export const fieldNames = Object.keys(releaseFields) as FieldName[];

/** The definition of a field, without the types of this one alone. */
export const fieldDefinition = (name: FieldName): FieldDefinition => releaseFields[name];

/** The fields whose definition has this value under this key. */
export type FieldsWith<Key extends keyof FieldDefinition, Value> = {
  [Name in FieldName]: Fields[Name] extends Readonly<Record<Key, Value>> ? Name : never;
}[FieldName];

export const fieldsWith = <Key extends 'imported' | 'refersTo', const Value>(
  key: Key,
  value: Value & FieldDefinition[Key],
) =>
  fieldNames.filter((name): name is FieldsWith<Key, Value> => fieldDefinition(name)[key] === value);

/**
 * The frontmatter of a release. Days are text; a single value counts as a list of one; slugs and
 * ids are normalized. What comes out has the contract's names, with a list wherever one is allowed.
 */
export const frontmatter = z.strictObject(
  Object.fromEntries(fieldNames.map((name) => [name, releaseFields[name].schema])) as {
    [Name in FieldName]: Fields[Name]['schema'];
  },
);

export type Frontmatter = z.output<typeof frontmatter>;
export type Contact = Frontmatter['contact'][number];
export type Attachment = NonNullable<Frontmatter['attachments']>[number];

/** Fields of a release that is not complete yet. */
export type DraftFields = { [Name in FieldName]?: Frontmatter[Name] | undefined };
