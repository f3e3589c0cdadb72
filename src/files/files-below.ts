import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files below a folder, by their paths with `/`, sorted. Links are not followed. Synchronously: of a
 * hundred thousand folders that takes a fifth of the time.
 */
export function filesBelow(folder: string): string[] {
  const files: string[] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below + entry.name;
      if (entry.isDirectory()) walk(`${path}/`);
      else files.push(path);
    }
  };
  walk('');
  return files.sort();
}
