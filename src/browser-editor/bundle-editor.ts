import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** What Sveltia CMS loads for maps and for the colors of code, of which the forms have neither. */
const LEFT_OUT = [
  '@shikijs/langs/*',
  '@shikijs/themes/*',
  'leaflet',
  'leaflet/*',
  'terra-draw',
  'terra-draw-leaflet-adapter',
];

/**
 * Sveltia CMS names its fonts twice: beside it and, as a fallback that browsers try as well, at a CDN, of which
 * the policy of the page would complain.
 */
const withoutCdn: Plugin = {
  name: 'without-cdn',
  setup({ onLoad }) {
    onLoad({ filter: /@sveltia[/\\]cms[/\\]npm[/\\]index\.js$/ }, async ({ path }) => {
      const program = await readFile(path, 'utf8');
      return { contents: program.replace(/@font-face \{[^}]*cdn\.jsdelivr\.net[^}]*\}/g, '') };
    });
  },
};

/**
 * The program of the editor and what it loads, so that nothing comes from another site: Sveltia CMS with its
 * languages, fonts and workers.
 * @returns the files by their names below `admin/`.
 */
export async function bundleEditor(): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('browser/start.ts', import.meta.url))],
    outdir: '/', // nothing is written: only names are made of it
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    charset: 'utf8',
    legalComments: 'none', // the licenses are beside the program
    target: 'es2024',
    external: LEFT_OUT,
    plugins: [withoutCdn],
    logLevel: 'silent', // what fails is thrown
  });
  const program = outputFiles.map(({ path, contents }): [string, Uint8Array] => [
    path.replace(/^.*[/\\]/, ''),
    contents,
  ]);
  const cms = dirname(fileURLToPath(import.meta.resolve('@sveltia/cms')));
  const assets = join(cms, 'assets'); // beside the program, which asks for them there
  const names = (await readdir(assets)).filter((name) => !name.endsWith('.map')).sort();
  const files = names.map(async (name): Promise<[string, Uint8Array]> => [
    `assets/${name}`,
    await readFile(join(assets, name)),
  ]);
  const license = await readFile(join(cms, '..', 'LICENSE.txt'));
  return new Map([...program, ...(await Promise.all(files)), ['LICENSE.txt', license]]);
}
