import { z } from 'zod';

/** A JSON Schema, as far as it is looked into here. */
type JsonSchema = z.core.JSONSchema.JSONSchema;

const GENERAL_HINT = 'write each field on a line of its own, as name: value';

const jsonSchemas = new WeakMap<z.ZodType, JsonSchema>();

/** The description of the field at a path, or else of the nearest field around it. */
export function hintFor(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const descriptions = path.map((_, n) => schemaAt(jsonSchemaOf(schema), path.slice(0, n + 1)));
  return descriptions.findLast((found) => found?.description)?.description ?? GENERAL_HINT;
}

/** The names of the fields that a set of fields at a path may have. */
export function fieldNamesAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const found = schemaAt(jsonSchemaOf(schema), path);
  return Object.keys(branchesOf(found).find(({ properties }) => properties)?.properties ?? {});
}

/** The schema as JSON Schema, which unlike zod's own objects has a documented form. */
function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const known = jsonSchemas.get(schema);
  if (known !== undefined) return known;
  const made = z.toJSONSchema(schema, { io: 'input' });
  jsonSchemas.set(schema, made);
  return made;
}

/** Follows a path of data; where a single value counts as a list, through both. */
function schemaAt(
  schema: JsonSchema | undefined,
  path: readonly PropertyKey[],
): JsonSchema | undefined {
  const [step, ...rest] = path;
  if (schema === undefined || step === undefined) return schema;
  const inside = branchesOf(schema).map((branch) => {
    const next = typeof step === 'number' ? branch.items : ownProperty(branch, String(step));
    return schemaAt(asSchema(next), rest);
  });
  return inside.find((found) => found !== undefined);
}

const branchesOf = (schema: JsonSchema | undefined): JsonSchema[] =>
  schema === undefined
    ? []
    : (schema.anyOf ?? [schema]).map(asSchema).filter((branch) => branch !== undefined);

const ownProperty = ({ properties = {} }: JsonSchema, name: string) =>
  Object.hasOwn(properties, name) ? properties[name] : undefined;

const asSchema = (schema: unknown): JsonSchema | undefined =>
  typeof schema === 'object' && !Array.isArray(schema) ? (schema as JsonSchema) : undefined;
