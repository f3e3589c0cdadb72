import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join, posix, resolve } from 'node:path';
import ts from 'typescript';

/** An import of one of our own files. Types count too where `isType`. */
export interface Import {
  from: string;
  to: string;
  isType: boolean;
}

const PROJECT = resolve(import.meta.dirname, '..', '..');

/** The files of `src/` that import or can be imported, below the project, with `/`. */
export async function sourceFiles(): Promise<string[]> {
  const files = await Array.fromAsync(glob('src/**/*.{ts,mjs,astro}', { cwd: PROJECT }));
  return files.map((file) => file.replaceAll('\\', '/')).sort();
}

/** A file and the syntax tree of its code: of an Astro file its frontmatter. */
function parse(file: string): { text: string; isAstro: boolean; source: ts.SourceFile } {
  const text = readFileSync(join(PROJECT, file), 'utf8');
  const isAstro = file.endsWith('.astro');
  const code = isAstro ? (/^---\n(.*?)^---$/ms.exec(text)?.[1] ?? '') : text;
  const source = ts.createSourceFile(`${file}.ts`, code, ts.ScriptTarget.Latest, true);
  return { text, isAstro, source };
}

/**
 * The names that a file declares and exports, each once: types, functions, classes and constants. What it
 * hands on from another file, and its default export, have no name of their own.
 */
export function exportedNames(file: string): string[] {
  const names = new Set<string>();
  const hasModifier = (node: ts.Statement, kind: ts.SyntaxKind) =>
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((modifier) => modifier.kind === kind);
  for (const statement of parse(file).source.statements) {
    if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) continue;
    if (hasModifier(statement, ts.SyntaxKind.DefaultKeyword)) continue;
    const declarations = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations
      : [statement as ts.DeclarationStatement];
    for (const { name } of declarations) if (name) names.add(name.getText());
  }
  return [...names];
}

/** What a file imports of ours, threads and scripts of pages that it names included. */
export function importsOf(file: string): Import[] {
  const { text, isAstro, source } = parse(file);
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isType: boolean) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    if (!/^\.\.?\/.*\.(?:ts|mjs|astro)$/.test(specifier.text)) return;
    const to = posix.join(posix.dirname(file), specifier.text);
    found.push({ from: file, to, isType });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isNewExpression(node) && node.expression.getText(source) === 'URL') {
      add(node.arguments?.[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (isAstro) {
    for (const [, path = ''] of text.matchAll(/<script src="([^"]+)"/g)) {
      found.push({ from: file, to: posix.join(posix.dirname(file), path), isType: false });
    }
  }
  return found;
}

/** A file and all that it reaches by imports that are there at run time. */
export function reachedFrom(entry: string): Set<string> {
  const reached = new Set([entry]);
  for (const file of reached) {
    for (const { to, isType } of importsOf(file)) if (!isType) reached.add(to);
  }
  return reached;
}

/** Files that import one another in a circle, types included: each with the way back to itself. */
export function cycles(files: readonly string[]): string[][] {
  const next = new Map(files.map((file) => [file, importsOf(file).map(({ to }) => to)]));
  const found = new Map<string, string[]>();
  const done = new Set<string>();
  const visit = (file: string, path: string[]) => {
    const at = path.indexOf(file);
    if (at !== -1) {
      const circle = path.slice(at);
      found.set([...circle].sort().join(), [...circle, file]);
      return;
    }
    if (done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return [...found.values()];
}
