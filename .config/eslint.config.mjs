import astro from 'eslint-plugin-astro';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import regexp from 'eslint-plugin-regexp';
import { defineConfig, globalIgnores } from 'eslint/config';
import { dirname } from 'node:path';
import tseslint from 'typescript-eslint';
import { zones } from './rooms.mjs';

const project = dirname(import.meta.dirname);

/** Words that readers see or hear, outside code and keys. Formats have the same name in all languages. */
const LITERALS = [
  String.raw`JSXElement[openingElement.name.name!=/^(?:script|style|kbd|code)$/] > JSXText[value=/\p{L}{2}/u]:not([value=/^\s*RSS\s*$/])`,
  String.raw`JSXFragment > JSXText[value=/\p{L}{2}/u]`,
  String.raw`JSXElement > JSXExpressionContainer > :matches(Literal, TemplateLiteral > TemplateElement)[value=/\p{L}{2}/u]`,
  String.raw`JSXElement > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > Literal[value=/\p{L}{2}/u]`,
  String.raw`JSXAttribute[name.name=/^(?:alt|aria-label|description|heading|label|placeholder|title)$/] > Literal[value=/\p{L}{2}/u]`,
].map((selector) => ({ selector, message: 'Words of the interface are in src/words/.' }));

export default defineConfig(
  globalIgnores(['dist/', '.astro/', 'tests/fixtures/', 'public/']),
  tseslint.configs.recommended,
  tseslint.configs.stylistic,
  astro.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.mjs', '.astro'] })],
      'import-x/extensions': ['.ts', '.mjs', '.astro'],
      'import-x/parsers': {
        '@typescript-eslint/parser': ['.ts'],
        'astro-eslint-parser': ['.astro'],
      },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: project, zones }],
      'import-x/no-self-import': 'error',
    },
  },
  {
    // What only the types of a whole program show. Astro's files have no such program here.
    files: ['**/*.ts'],
    ignores: ['tests/bench/peers/**'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: project } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'suite', 'describe', 'it'], package: 'node:test' },
          ],
        },
      ],
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/restrict-plus-operands': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // A pattern must read any text in time that grows with the text alone. Those that are put together
    // from parts are seen by tests/growth/patterns.test.ts alone.
    files: ['src/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    // What a page shows is in its props, from which its key is made: nothing else may reach the view.
    files: ['src/components/**', 'src/layouts/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/astro/site-view.ts'],
              importNamePattern: '^(?!Frame$)',
              message: 'Take what is shown as props: only pages read the view.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/components/**', 'src/layouts/**'],
    rules: { 'no-restricted-syntax': ['error', ...LITERALS] },
  },
  {
    files: ['src/pages/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...LITERALS,
        {
          selector:
            'Program:has(ExportNamedDeclaration [id.name="getStaticPaths"]) ImportDeclaration[source.value=/site-view/]',
          message: 'A page with getStaticPaths gets all it shows as props: see src/astro/paths/.',
        },
      ],
    },
  },
);
