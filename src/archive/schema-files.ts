import { join } from 'node:path';
import { editorSchemas } from './editor-schemas.ts';

/** The schema files that belong to the code, by path below the project, with their content. */
export const schemaFiles = (): Map<string, string> =>
  new Map(
    Object.entries(editorSchemas()).map(([name, schema]) => [
      join('.vscode', 'schemas', `${name}.schema.json`),
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  );
