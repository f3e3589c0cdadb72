import type { Definition, FootnoteDefinition, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { parse } from 'yaml';
import { fromHtml } from 'hast-util-from-html';
import { decodeText } from './decode-text.ts';
import { htmlWords } from './html-words.ts';
import {
  blockOf,
  type Given,
  type Picture,
  shownText,
  type SourceDocument,
  UnreadableSource,
} from './document.ts';
import { dayIn } from './parse/find-date.ts';

const FENCED = /^\s*---[ \t]*\n(?<yaml>[\s\S]*?)\n?---[ \t]*(?:\n|$)/;
const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/** Reads Markdown, with or without frontmatter. What stands in the body stays sign by sign. */
export function readMarkdown(bytes: Uint8Array): SourceDocument {
  const { text } = decodeText(bytes);
  const fenced = FENCED.exec(text);
  const markdown = text.slice(fenced?.[0].length ?? 0);
  const line = (fenced?.[0].split('\n').length ?? 1) - 1;
  const frontmatter = readFrontmatter(fenced?.groups?.['yaml']);
  const tree = processor.parse(markdown);
  const definitions: (Definition | FootnoteDefinition)[] = [];
  const pictures: Picture[] = [];
  const blocks = tree.children.flatMap((node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      definitions.push(node);
      return [];
    }
    const start = node.position?.start.offset ?? 0;
    const verbatim =
      liftPictures(node, markdown, pictures) ?? markdown.slice(start, node.position?.end.offset);
    if (verbatim.trim() === '') return [];
    return [
      { ...blockOf(node, line + (node.position?.start.line ?? 1), verbatim), text: textOf(node) },
    ];
  });
  return {
    blocks,
    definitions,
    given: frontmatter && givenBy(frontmatter),
    leftOut: [],
    files: [],
    pictures,
    words: [
      ...blocks.map(({ text: shown }) => shown),
      ...definitions
        .filter(({ type }) => type === 'footnoteDefinition')
        .map((node) => shownText(node)),
    ].join('\n'),
    warnings: [],
  };
}

const OWN = /^\/media\//; // a picture of this archive, which its pages show where it stands

/**
 * Takes the pictures out of a block, but for those that the archive has.
 * @returns its Markdown without them; undefined if there are none.
 */
function liftPictures(
  block: RootContent,
  markdown: string,
  pictures: Picture[],
): string | undefined {
  const cuts: [number, number][] = [];
  visit(block, 'image', (image, index, parent) => {
    const { start, end } = image.position ?? {};
    if (OWN.test(image.url) || !parent || index === undefined) return undefined;
    pictures.push({ address: image.url, alt: image.alt ?? '' });
    cuts.push([start?.offset ?? 0, end?.offset ?? 0]);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  if (cuts.length === 0) return undefined;
  let [kept, place] = ['', block.position?.start.offset ?? 0];
  for (const [start, end] of cuts) {
    kept += markdown.slice(place, start);
    place = end;
  }
  return kept + markdown.slice(place, block.position?.end.offset);
}

/** HTML in Markdown shows the words between its tags. */
const textOf = (node: RootContent) =>
  node.type === 'html' ? htmlWords(fromHtml(node.value, { fragment: true })) : shownText(node);

function readFrontmatter(yaml: string | undefined): Record<string, unknown> | undefined {
  if (yaml === undefined) return undefined;
  let value: unknown;
  try {
    value = parse(yaml, { schema: 'core', logLevel: 'silent' });
  } catch (cause) {
    const [reason = ''] = (cause as Error).message.split('\n');
    throw new UnreadableSource(
      `has frontmatter that is not YAML: ${reason}`,
      'mend the lines between the two ---',
    );
  }
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new UnreadableSource('has frontmatter without fields', 'write each as name: value');
  }
  return value as Record<string, unknown>;
}

/** What other systems call the fields. */
function givenBy(frontmatter: Record<string, unknown>): Given {
  const text = (...names: string[]) => {
    const found = names
      .map((name) => frontmatter[name])
      .find((one) => typeof one === 'string' || typeof one === 'number');
    return found === undefined ? undefined : String(found).trim() || undefined;
  };
  const date = text('date', 'published', 'publishDate', 'pubDate', 'created');
  const source = text(
    'source',
    'canonical',
    'canonical_url',
    'original',
    'url',
    'permalink',
    'link',
  );
  const topics = frontmatter['topics'] ?? frontmatter['tags'] ?? frontmatter['categories'];
  return {
    title: text('title', 'headline'),
    subtitle: text('subtitle', 'subheadline', 'subhead', 'deck'),
    date: date && dayIn(date),
    dateline: text('dateline', 'location'),
    source: /^https?:\/\//i.test(source ?? '') ? source : undefined,
    language: text('language', 'lang'),
    topics: topics === undefined ? undefined : [topics].flat().map(String),
    confidence: 1,
    isSettled: text('title', 'headline') !== undefined,
  };
}
