import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A regular expression of ours, and where it is. */
export interface Pattern {
  file: string;
  pattern: RegExp;
}

const ROOT = new URL('../../', import.meta.url);
/** The rooms that see people's text. */
const ROOMS =
  'src/{archive,markdown,import,search,publish,citing,load,astro,cache,site-output}/**/*.ts';
/** Modules that need a browser to be loaded, or do something when they are; they put nothing together. */
const NOT_LOADED =
  /^src\/(?:load|astro|cache|site-output|citing|search\/ui\/(?!query-))|-worker\.ts$/;

/** All patterns written out in the source, and all that are put together as its modules are loaded. */
export async function allPatterns(): Promise<Pattern[]> {
  const files = (await Array.fromAsync(glob(ROOMS, { cwd: fileURLToPath(ROOT) }))).sort();
  const patterns: Pattern[] = [];
  for (const file of files) {
    patterns.push(...patternsIn(file, await readFile(new URL(file, ROOT), 'utf8')));
  }
  const Real = RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct(target, args: ConstructorParameters<typeof RegExp>) {
      const pattern = new target(...args);
      const file = /src\/[\w/-]+\.ts/.exec(new Error().stack ?? '')?.[0];
      if (file !== undefined) patterns.push({ file, pattern });
      return pattern;
    },
  });
  for (const file of files) if (!NOT_LOADED.test(file)) await import(new URL(file, ROOT).href);
  globalThis.RegExp = Real;
  return patterns;
}

function patternsIn(file: string, text: string): Pattern[] {
  const patterns: Pattern[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const pattern = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
      patterns.push({ file, pattern });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return patterns;
}
