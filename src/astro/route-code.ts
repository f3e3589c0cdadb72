import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

/** Has the project's folder in it, in Base64. */
const SOURCE_MAP = /^\/\/# sourceMappingURL=.*$/gm;

/** A digest of the code of each route: its page, and all that this imports. */
export interface RouteCode {
  /** Takes the digests while Vite bundles the pages. */
  plugin: Plugin;
  /** @param component the page's file below the project, as in `src/pages/about.astro`. */
  digestOf(component: string): string | undefined;
}

/**
 * @param folder the project's, with a `/` at its end; it is left out of the digests, so that a project
 * in another folder has the same ones.
 */
export function routeCode(folder: string): RouteCode {
  const root = folder.replaceAll('\\', '/'); // as Vite writes it
  const digests = new Map<string, string>();
  return {
    plugin: {
      name: 'on-the-record:route-code',
      applyToEnvironment: ({ name }) => name === 'prerender',
      generateBundle() {
        const digestOfModule = moduleDigests(this, root);
        for (const id of this.getModuleIds()) {
          if (!id.startsWith(`${root}src/pages/`) || id.includes('?')) continue;
          const hash = createHash('sha256');
          for (const module of reach(this, id)) hash.update(digestOfModule(module));
          digests.set(id.slice(root.length), hash.digest('base64url'));
        }
      },
    },
    digestOf: (component) => digests.get(component),
  };
}

/** A module and all that it imports, however far away, in an order of their own. */
function reach(graph: Rolldown.PluginContext, first: string): string[] {
  const found = new Set([first]);
  for (const id of found) {
    const info = graph.getModuleInfo(id);
    for (const other of [...(info?.importedIds ?? []), ...(info?.dynamicallyImportedIds ?? [])]) {
      found.add(other);
    }
  }
  return [...found].sort();
}

function moduleDigests(graph: Rolldown.PluginContext, root: string) {
  const known = new Map<string, Buffer>();
  return (id: string): Buffer => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const code = (graph.getModuleInfo(id)?.code ?? '').replace(SOURCE_MAP, '');
    const text = `${id}\n${withFileNames(graph, code)}`.replaceAll(root, '');
    const made = createHash('sha256').update(text).digest();
    known.set(id, made);
    return made;
  };
}

/** Code with the names of files in the places of Rolldown's references to them, which chance decides. */
const withFileNames = (graph: Rolldown.PluginContext, code: string) =>
  code.replace(/import\.meta\.ROLLDOWN_FILE_URL_([\w$]+)/g, (_, reference: string) =>
    JSON.stringify(graph.getFileName(reference)),
  );
