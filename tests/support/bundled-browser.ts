import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BrowserProgram } from './browsers-here.ts';
import { sharedFolder } from './shared-folder.ts';

/** The browser, the libraries that a bare Linux lacks, and a font. */
const PARTS = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br', 'fonts.tar.br'];

/** The package unpacks into the folder for temporary files, so it does that in a process of its own. */
const UNPACK = `import { inflate } from '@sparticuz/chromium';
for (const file of process.argv.slice(1)) await inflate(file);`;

/** The fonts that lie beside this file; the package's own names folders of the service it is made for. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

/** Unpacks, once, the browser for Linux (x64) that comes with `npm ci`. */
export async function bundledBrowser(): Promise<BrowserProgram> {
  const home = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
  const text = await readFile(join(home, 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  const folder = await sharedFolder(`chromium-${version}`, async (place) => {
    const args = ['--input-type=module', '--eval', UNPACK, '--'];
    const files = PARTS.map((part) => join(home, 'bin', part));
    const env = { ...process.env, TMPDIR: place };
    await promisify(execFile)(process.execPath, [...args, ...files], { env });
    await writeFile(join(place, 'fonts', 'fonts.conf'), FONTS);
  });
  return {
    executablePath: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
      // In the language "C", which bare systems have, this one finds no words that an address marks.
      LC_ALL: 'en_US.UTF-8',
    },
  };
}
