import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endingOf } from '../archive/media/media-names.ts';
import { encodePath } from '../archive/path-encoding.ts';
import { nearest } from '../archive/nearest.ts';
import type { Problem } from '../archive/problem.ts';
import type { Fields } from '../archive/schema-problems.ts';
import type { Site } from '../archive/site.ts';
import type { PictureSize } from '../markdown/rehype-links.ts';
import { mediaTypeOf } from '../publish/media-type.ts';
import { readColors } from './face-colors.ts';
import { FOOTER, HOME } from './load-own-pages.ts';
import { mediaFaults } from './media-faults.ts';
import { pictureSize } from './measure-media.ts';

/** How an archive looks, other than the site of this program would. */
export interface Face {
  logo?: { path: string; size: PictureSize | undefined; alt: string; dark?: string };
  icon?: { path: string; type: string };
  /** The color of links on light paper, in hexadecimal digits. */
  accent?: string;
  /** Whether pages have the fonts of the reader's device. */
  hasSystemFonts: boolean;
  /** The styles that go with it, whose name has a digest of them. */
  styles?: { name: string; css: string };
  /** Its files, relative to the site's root, and where they lie below the content folder. */
  files: ReadonlyMap<string, string>;
}

export interface FaceSources {
  contentDir: string;
  site: Site;
  lineOf: Fields<Site>['lineOf'];
  /** All files below `site/`, as paths below the content folder. */
  files: readonly string[];
  /** Those below `media/`, as paths below it: the files of the face are published beside them. */
  media: { has(path: string): boolean };
  /** Whether there are texts or pages of its own, which have styles too. */
  hasTexts: boolean;
}

const FOLDER = 'site/';

/** Reads and checks what `site.yaml` and the folder `site/` say of the look of the archive. */
export async function loadFace(
  sources: FaceSources,
  errors: Problem[],
  warnings: Problem[],
): Promise<Face> {
  const { contentDir, site, lineOf, hasTexts } = sources;
  const files = new Map<string, string>();
  const yaml = join(contentDir, 'site.yaml');
  const isFaulty = errors.some(({ file }) => file === yaml); // then it is not known what it would show
  const present = new Set(sources.files.map((path) => path.slice(FOLDER.length)));
  const used = new Set([HOME, FOOTER]);

  /** The path of a picture in the site, and its size; undefined if it cannot be published. */
  async function picture(file: string, field: string[]) {
    used.add(FOLDER + file);
    const place = { file: yaml, line: lineOf(field), field: field.join('.') };
    if (!present.has(file)) {
      const meant = nearest(file, present);
      const hint = meant ? `did you mean ${meant}? Capital letters count` : 'put the file there';
      errors.push({ ...place, message: `refers to site/${file}, which does not exist`, hint });
      return undefined;
    }
    const source = { file: join(contentDir, FOLDER, file), line: 1, field: 'file' };
    const [fault] = (await mediaFaults(join(contentDir, FOLDER), [file])).values();
    if (fault !== undefined) {
      errors.push({ ...source, message: fault.message, hint: fault.hint });
      return undefined;
    }
    const size = await pictureSize(source.file).catch(() => undefined);
    // A drawing that has only a `viewBox` has a shape, and no size; that it can be read is known by now.
    if (size === undefined && endingOf(file) !== 'svg') {
      const hint = 'open it in a program for pictures, and save it again as PNG or SVG';
      errors.push({ ...source, message: 'cannot be read as a picture', hint });
      return undefined;
    }
    if (sources.media.has(FOLDER + file)) {
      const hint = `rename media/site/${file}: pictures of site/ are published there`;
      errors.push({ ...source, message: 'has the address of another file', hint });
      return undefined;
    }
    const path = `media/${FOLDER}${file}`;
    files.set(path, FOLDER + file);
    return { path: `/${encodePath(path)}`, size };
  }

  const face: Face = { files, hasSystemFonts: site.fonts === 'system' };
  if (site.logo) {
    const shown = await picture(site.logo.file, ['logo', 'file']);
    const dark = site.logo.dark && (await picture(site.logo.dark, ['logo', 'dark']));
    if (shown) face.logo = { ...shown, alt: site.logo.alt, ...(dark && { dark: dark.path }) };
  }
  if (site.favicon) {
    const icon = await picture(site.favicon, ['favicon']);
    if (icon) face.icon = { path: icon.path, type: mediaTypeOf(site.favicon) };
  }
  const colors = await readColors(site.colors, (field) => {
    return { file: yaml, line: lineOf(['colors', field]), field: `colors.${field}` };
  });
  errors.push(...colors.problems);
  if (colors.accent !== undefined) face.accent = colors.accent;

  for (const path of isFaulty ? [] : sources.files) {
    if (used.has(path)) continue;
    const hint = 'name it in logo: or favicon: of site.yaml; pictures of texts belong under media/';
    const file = join(contentDir, path);
    warnings.push({ file, line: 1, field: 'file', message: 'is ignored: nothing shows it', hint });
  }
  const isOwn = files.size > 0 || face.hasSystemFonts || hasTexts || site.social !== undefined;
  const css = [face.hasSystemFonts ? SYSTEM_FONTS : '', colors.css, isOwn ? stylesOfFace() : ''];
  if (css.some((part) => part !== '')) face.styles = named(css.join(''));
  return face;
}

/** Those of `tokens.css` without the fonts that come with the site. */
const SYSTEM_FONTS = `:root {
  --serif: 'Iowan Old Style', Charter, Georgia, 'Noto Serif', serif;
  --sans: system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
`;

/** They are in no cascade layer, and so come before all others. */
const stylesOfFace = () => readFileSync(new URL('../styles/face.css', import.meta.url), 'utf8');

function named(css: string): NonNullable<Face['styles']> {
  const digest = createHash('sha256').update(css).digest('base64url').slice(0, 8);
  return { name: `face.${digest}.css`, css };
}
