import { z } from 'zod';
import { fieldsWith, frontmatter } from './frontmatter.ts';
import { caucusSchema, officeSchema } from './issuer.ts';
import { ownPageSchema } from './own-page.ts';
import { siteSchema } from './site.ts';

/** A JSON Schema, as far as it is looked into here. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The slugs that an editor can offer. */
export interface KnownSlugs {
  offices: readonly string[];
  caucuses: readonly string[];
}

/**
 * The JSON Schemas by which editors complete and check what people write: of a release's
 * and a page's frontmatter, and of the YAML files.
 */
export const editorSchemas = (): Record<
  'release' | 'office' | 'caucus' | 'page' | 'site',
  JsonSchema
> => ({
  release: forEditors(frontmatter, 'A press release'),
  office: forEditors(officeSchema, 'An office that issues press releases'),
  caucus: forEditors(caucusSchema, 'A caucus'),
  page: forEditors(ownPageSchema, 'A page of the archive’s own, such as its privacy notice'),
  site: forEditors(siteSchema, 'What an archive of press releases says of itself'),
});

/** The schema of a release with the offices and caucuses that this archive has. */
export function releaseSchemaOf({ offices, caucuses }: KnownSlugs): JsonSchema {
  const { release } = editorSchemas();
  for (const field of fieldsWith('refersTo', 'offices')) offer(release, field, offices);
  for (const field of fieldsWith('refersTo', 'caucuses')) offer(release, field, caucuses);
  return release;
}

/**
 * Editors know JSON Schema up to draft 7. What YAML calls a number is text to us (a district, a
 * telephone number), and nothing to complain of.
 */
export function forEditors(schema: z.ZodType, description: string): JsonSchema {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'string' && jsonSchema.format === undefined) {
        Object.assign(jsonSchema, { type: ['string', 'number'] });
      }
    },
  });
  return { ...json, description };
}

/**
 * Has the editor offer values for a field, whether one is alone or in a list. `defaultSnippets`
 * is what VS Code and yaml-language-server call a value to offer; an `enum` would forbid all others,
 * such as an office by its name.
 */
function offer(schema: JsonSchema, field: string, values: readonly string[]) {
  const property = schema.properties?.[field];
  const branches = typeof property === 'object' ? (property.anyOf ?? []) : [];
  for (const branch of branches) {
    const place = branch.items ?? branch;
    Object.assign(place, { defaultSnippets: values.map((label) => ({ label, body: label })) });
  }
}
