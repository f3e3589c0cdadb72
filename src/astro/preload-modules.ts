import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

const SCRIPT = /<script type="module" src="(?<address>[^"]+)"/g;
/** What a script cannot run without, as Vite writes it. */
const IMPORT = /(?:import|from)\s*"(\.\/[^"]+)"/g;

/**
 * Names in a page what its scripts import, so that a browser fetches it beside them, and not when it has
 * read them.
 * @param base where the site is mounted. @param folder of the site, which has its scripts.
 */
export async function preloadModules(html: string, base: string, folder: string): Promise<string> {
  const scripts = [...html.matchAll(SCRIPT)].map(({ groups }) => groups?.['address'] ?? '');
  const own = scripts.filter((address) => address.startsWith(base));
  const known = new Set(own);
  for (const address of known) {
    const code = await readFile(join(folder, address.slice(base.length)), 'utf8');
    for (const [, path = ''] of code.matchAll(IMPORT)) {
      known.add(posix.join(posix.dirname(address), path));
    }
  }
  const links = [...known]
    .filter((address) => !own.includes(address))
    .map((address) => `<link rel="modulepreload" href="${address}">`);
  return html.replace('</head>', () => `${links.join('')}</head>`);
}
