import type { JsonSchema } from '../archive/editor-schemas.ts';
import type { FormField } from './form.ts';

/** A field of Sveltia CMS. @see https://sveltiacms.app/en/docs/fields */
export type EditorField = Record<string, unknown>;

/** What is known of a field beside its schema. */
export interface FieldNotes {
  /** The collection from which its values are chosen. */
  from?: 'offices' | 'caucuses';
  isOftenOne?: boolean;
  default?: unknown;
  /** A file under `media/`. */
  isMedia?: boolean;
  /** Whether leaving `true` or `false` out is a third answer. */
  isChoice?: boolean;
}

export interface FieldPair {
  shown: EditorField;
  form: FormField;
}

/**
 * The fields of a form, from the schema by which files are checked.
 * @param notes by the path of the field, as in `attachments.file`.
 */
export function formFields(
  schema: JsonSchema,
  notes: Readonly<Record<string, FieldNotes>>,
  path = '',
): FieldPair[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    if (typeof property === 'boolean') return [];
    const required = schema.required?.includes(name) === true;
    return [formField(property, { name, required, path: path + name, notes })];
  });
}

interface Place {
  name: string;
  required: boolean;
  path: string;
  notes: Readonly<Record<string, FieldNotes>>;
}

function formField(schema: JsonSchema, { name, required, path, notes }: Place): FieldPair {
  const own = notes[path] ?? {};
  const common = {
    name,
    label: labelOf(name),
    hint: schema.description,
    required,
    ...('default' in own && { default: own.default }),
  };
  const list = schema.anyOf?.find((one) => one.type === 'array');
  if (list !== undefined) {
    const item = list.items as JsonSchema;
    const inner = formFields(item, notes, `${path}.`);
    const form: FormField = {
      name,
      kind: 'list',
      ...(inner.length > 0 && { fields: inner.map((one) => one.form) }),
      ...(own.isOftenOne && { isOftenOne: true }),
    };
    // What it says of YAML is nothing to those who see boxes.
    const hint = inner.length > 0 || own.from !== undefined ? undefined : common.hint;
    return { shown: { ...common, hint, ...listWidget(inner, own) }, form };
  }
  if (schema.properties) {
    const inner = formFields(schema, notes, `${path}.`);
    const shown = {
      ...common,
      hint: undefined,
      widget: 'object',
      fields: inner.map((one) => one.shown),
    };
    return { shown, form: { name, kind: 'map', fields: inner.map((one) => one.form) } };
  }
  if (schema.type === 'boolean' && own.isChoice) {
    return {
      shown: { ...common, widget: 'select', options: ['true', 'false'] },
      form: { name, kind: 'text' },
    };
  }
  if (schema.type === 'boolean') {
    return { shown: { ...common, widget: 'boolean' }, form: { name, kind: 'switch' } };
  }
  if (schema.type === 'integer') {
    return {
      shown: { ...common, widget: 'number', value_type: 'int' },
      form: { name, kind: 'integer' },
    };
  }
  return {
    shown: { ...common, ...textWidget(schema, own) },
    form: { name, kind: own.isMedia ? 'media' : 'text' },
  };
}

function listWidget(inner: readonly FieldPair[], { from }: FieldNotes): EditorField {
  if (from !== undefined) {
    return {
      widget: 'relation',
      multiple: true,
      collection: from,
      value_field: '{{slug}}',
      display_fields: ['name'],
      search_fields: ['name'],
    };
  }
  if (inner.length === 0) return { widget: 'list' };
  return { widget: 'list', fields: inner.map((one) => one.shown), collapsed: 'auto' };
}

function textWidget({ enum: choices, format }: JsonSchema, { isMedia }: FieldNotes): EditorField {
  if (choices) return { widget: 'select', options: choices };
  if (isMedia) return { widget: 'file' };
  if (format === 'date') return { widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };
  if (format === 'email') return { widget: 'string', type: 'email' };
  return { widget: 'string' };
}

const labelOf = (name: string) =>
  name.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());
