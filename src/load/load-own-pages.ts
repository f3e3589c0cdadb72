import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CONFLICT, conflictLines } from '../archive/conflict-marks.ts';
import type { OwnPage } from '../archive/model.ts';
import { byOrder, readOwnPage } from '../archive/own-page.ts';
import { bodySlips } from '../archive/body-slips.ts';
import type { Problem } from '../archive/problem.ts';
import { readText } from '../archive/source-text.ts';
import { excerpt } from '../markdown/excerpt.ts';
import type { Body, BodyOptions } from '../markdown/render-body.ts';

/** The words of an archive's own, ready for its pages. */
interface OwnText {
  html: string;
  /** Its first words, for programs. */
  excerpt: string;
}

/** A page of the archive's own with its text. */
export type OwnPageText = OwnPage & OwnText;

/** What is read of the archive's own texts, and what is wrong with them. */
export interface OwnTexts {
  pages: OwnPageText[];
  /** The introduction of the front page, and what is at the foot of each page. */
  home: OwnText | undefined;
  footer: OwnText | undefined;
  /** The files below `media/` that they show or lead to, and the pages that they link to. */
  media: string[];
  links: { file: string; path: string; line: number }[];
  errors: Problem[];
  warnings: Problem[];
}

export interface OwnTextSources {
  contentDir: string;
  /** Paths below the content folder. */
  pages: readonly string[];
  /** Those of `HOME` and `FOOTER` that exist. */
  texts: readonly string[];
  /** For a preview: drafts are shown, and of pages with faulty fields what can be shown. */
  withDrafts: boolean;
  withFaulty: boolean;
}

export const HOME = 'site/home.md';
export const FOOTER = 'site/footer.md';

/** Reads and renders these texts by the same rules as releases. */
export async function loadOwnTexts(
  { contentDir, pages, texts, withDrafts, withFaulty }: OwnTextSources,
  options: Omit<BodyOptions, 'isCitable'>,
): Promise<OwnTexts> {
  const all: OwnTexts = {
    ...{ pages: [], home: undefined, footer: undefined },
    ...{ media: [], links: [], errors: [], warnings: [] },
  };
  if (pages.length + texts.length === 0) return all;
  const { bodyRenderer } = await import('../markdown/render-body.ts'); // slow to load
  const render = bodyRenderer({ ...options, isCitable: false });

  function rendered(file: string, markdown: string, line: number): OwnText {
    const body: Body = render({ markdown, line, file });
    all.errors.push(...body.errors);
    all.warnings.push(...body.warnings, ...bodySlips(markdown, line, file));
    all.media.push(...body.media);
    all.links.push(...body.links.map((link) => ({ ...link, file })));
    return { html: body.html, excerpt: excerpt(body.statements) };
  }

  const found: OwnPageText[] = [];
  for (const path of pages) {
    const file = join(contentDir, path);
    const { page, body, draftLine, problems, warnings } = readOwnPage(await readFile(file), file);
    all.errors.push(...problems);
    all.warnings.push(...warnings);
    const isInFolder = path.split('/').length > 2;
    if (isInFolder) {
      const hint = 'move it to pages/ itself: its name is its whole address';
      all.errors.push({ file, line: 1, field: 'file', message: 'is in a folder', hint });
    }
    const name = basename(path, '.md');
    const shown = page ?? (withFaulty ? stopgapPage(name) : undefined);
    const text = body ? rendered(file, body.markdown, body.line) : { html: '', excerpt: name };
    if (page?.isDraft) {
      const hint = 'delete the line draft: true when its words are right';
      all.warnings.push({
        ...{ file, line: draftLine, field: 'draft' },
        message: 'keeps the page back',
        hint,
      });
    }
    if (shown && (withDrafts || !shown.isDraft)) found.push({ ...shown, ...text });
  }
  all.pages = found.sort(byOrder);

  for (const path of texts) {
    const file = join(contentDir, path);
    const markdown = readText(await readFile(file), file);
    if (typeof markdown !== 'string') {
      all.errors.push(markdown);
      continue;
    }
    const conflicts = conflictLines(markdown);
    all.errors.push(...conflicts.map((line) => ({ file, line, field: 'file', ...CONFLICT })));
    if (/^\s*---[ \t]*\r?\n\w+:/.test(markdown)) {
      const hint = 'delete the lines from --- to ---: this file is text alone';
      all.errors.push({ file, line: 1, field: 'frontmatter', message: 'has no place here', hint });
      continue;
    }
    if (markdown.trim() !== '')
      all[path === HOME ? 'home' : 'footer'] = rendered(file, markdown, 1);
  }
  return all;
}

/** The files of the texts that are shown. */
export const ownTextFiles = (
  contentDir: string,
  { pages, home, footer }: Pick<OwnTexts, 'pages' | 'home' | 'footer'>,
): string[] =>
  [
    ...pages.map(({ path }) => `pages/${path.slice(1, -1)}.md`),
    ...(home ? [HOME] : []),
    ...(footer ? [FOOTER] : []),
  ].map((file) => join(contentDir, file));

/** A page whose fields are faulty, by its name alone. */
const stopgapPage = (name: string): OwnPage => ({
  ...{ path: `/${name}/`, title: name, order: Infinity },
  ...{ isInNav: false, isDraft: false },
});
