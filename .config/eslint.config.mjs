import astro from 'eslint-plugin-astro';
import regexp from 'eslint-plugin-regexp';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', '.astro/', 'tests/fixtures/', 'public/']),
  tseslint.configs.recommended,
  tseslint.configs.stylistic,
  astro.configs.recommended,
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
    files: ['src/pages/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'Program:has(ExportNamedDeclaration [id.name="getStaticPaths"]) ImportDeclaration[source.value=/site-view/]',
          message: 'A page with getStaticPaths gets all it shows as props: see src/astro/paths/.',
        },
      ],
    },
  },
);
