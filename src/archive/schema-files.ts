import { join } from 'node:path';
import { editorSchemas } from './editor-schemas.ts';

/** The schema files that are kept with the code, by path below the project, and what they hold. */
export const schemaFiles = (): Map<string, string> =>
  new Map(
    Object.entries(editorSchemas()).map(([name, schema]) => [
      join('.vscode', 'schemas', `${name}.schema.json`),
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  );
