import { z } from 'zod';
import {
  type Attachment,
  fieldDefinition,
  type FieldName,
  fieldNames,
} from '../../archive/frontmatter.ts';
import { isOwnPath } from '../../archive/addresses.ts';
import { decodePath } from '../../archive/path-encoding.ts';
import { validate } from '../../archive/schema-problems.ts';
import type { ReleaseParts } from '../../archive/split-release.ts';
import { parseYaml, remarksIn } from '../../archive/yaml.ts';
import { type SourceMetadata, type LeftOut, UnreadableSource } from './document.ts';
import { dayIn } from '../parse/find-date.ts';
import { contactIn } from './printed-contact.ts';
import { tomlComments, tomlEntries } from './toml-frontmatter.ts';

/** What was taken from frontmatter, and what was not. */
interface TakenFields {
  metadata: SourceMetadata;
  attachments: Attachment[];
  leftOut: LeftOut[];
  warnings: string[];
}

const OTHER = 'a field that a release does not have';
const DAY_ALONE = 'of which a release has only the day';

/**
 * Takes the fields of a release out of frontmatter, of this archive, a neighbour's or another system.
 * Everything that no field takes is reported as left out, comments too.
 * @throws {UnreadableSource} if it is not YAML with fields.
 */
export const takeFields = ({ yaml, yamlLine }: ReleaseParts): TakenFields =>
  fieldsFrom(entriesOf(yaml, yamlLine), remarksIn(yaml));

/** The same for frontmatter in TOML. */
export const takeTomlFields = (toml: string, firstLine: number): TakenFields =>
  fieldsFrom(tomlEntries(toml, firstLine), tomlComments(toml));

/** @param rest the entries of frontmatter, of which those that a field takes are removed. */
function fieldsFrom(rest: Map<string, unknown>, comments: readonly string[]): TakenFields {
  const faults = new Map<string, string>();
  const taken: Partial<Record<FieldName, unknown>> = {};
  const leftOut: LeftOut[] = [];
  for (const field of fieldNames) {
    const { otherNames = [] } = fieldDefinition(field);
    for (const name of [field, ...otherNames]) {
      const value = rest.get(name);
      if (value === undefined) continue;
      const read = readList(field, value);
      if (read.fault !== undefined) {
        faults.set(name, read.fault);
        continue;
      }
      if (field === 'date' && read.value !== value)
        leftOut.push(leftOutField(name, value, DAY_ALONE));
      leftOut.push(...read.bad.map(({ item, fault }) => leftOutField(name, item, fault)));
      taken[field] = read.value;
      rest.delete(name);
      break;
    }
  }
  for (const [name, value] of rest)
    leftOut.push(leftOutField(name, value, faults.get(name) ?? OTHER));
  for (const text of comments) leftOut.push({ text, reason: 'a comment between the fields' });
  if (taken.draft === false) delete taken.draft; // as any release that does not say so
  const { attachments = [], ...fields } = taken;
  const isAuthoritative = fields.title !== undefined;
  return {
    metadata: { ...fields, confidence: 1, isAuthoritative } as SourceMetadata,
    attachments: attachments as Attachment[],
    leftOut,
    warnings: [
      ...(taken.draft ? ['It says draft: true, and stays a draft: was it ever issued?'] : []),
      ...leftOut.filter(isUnpublished).map(({ text }) => `It says ${text}: was it ever issued?`),
    ],
  };
}

const isOwn = (alias: string) => isOwnPath(decodePath(alias) ?? alias);

const leftOutField = (name: string, value: unknown, reason: string): LeftOut => ({
  text: `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  reason,
});

const isUnpublished = ({ text }: LeftOut) => /^(?:draft: yes|published: (?:false|no))$/i.test(text);

function entriesOf(yaml: string, firstLine: number): Map<string, unknown> {
  const { data, errors } = parseYaml(yaml, firstLine);
  const [error] = errors;
  if (error !== undefined) {
    const { line, field = 'it', message, hint } = error;
    throw new UnreadableSource(
      `has frontmatter with a fault in line ${line}: ${field} ${message}`,
      hint,
    );
  }
  if (data !== null && (typeof data !== 'object' || Array.isArray(data))) {
    throw new UnreadableSource('has frontmatter without fields', 'write each as name: value');
  }
  return new Map(Object.entries(data ?? {}).filter(([, value]) => value !== null));
}

/** A field's value as a release has it, or why a release cannot have it. */
type Read = { value: unknown; fault?: undefined } | { value: undefined; fault: string };

interface Bad {
  item: unknown;
  fault: string;
}

/** The same for a list: a bad item does not spoil the others. */
function readList(field: FieldName, value: unknown): Read & { bad: Bad[] } {
  const whole = readField(field, value);
  if (whole.fault === undefined || !Array.isArray(value)) return { ...whole, bad: [] };
  const items = value.map((item: unknown) => ({ item, fault: readField(field, item).fault }));
  const good = items.filter(({ fault }) => fault === undefined).map(({ item }) => item);
  const bad = items.flatMap(({ item, fault }) => (fault === undefined ? [] : [{ item, fault }]));
  return good.length === 0 ? { ...whole, bad: [] } : { value: readField(field, good).value, bad };
}

function readField(field: FieldName, value: unknown): Read {
  if (field === 'date' && typeof value === 'string') {
    const day = dayIn(value.trim());
    if (day !== undefined) return { value: day };
  }
  if (field === 'contact' && typeof value === 'string') {
    const contact = contactIn(value);
    if (contact !== undefined) return { value: [contact] };
  }
  const schema = z.strictObject({ [field]: fieldDefinition(field).schema });
  const yaml = { data: { [field]: value }, lineOf: () => 1, errors: [], lost: [], warnings: [] };
  const checked = validate(schema, yaml, '');
  if (checked.value === undefined)
    return { value: undefined, fault: checked.problems.map((one) => `${one.field} ${one.message}`).join('; ') }; // prettier-ignore
  const validated: unknown = checked.value[field];
  const own = field === 'aliases' ? (validated as string[]).find(isOwn) : undefined;
  return own === undefined
    ? { value: validated }
    : {
        value: undefined,
        fault: `aliases cannot be ${own}: that is an address of the site itself`,
      };
}
