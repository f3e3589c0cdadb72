import type { Definition, FootnoteDefinition, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { fromHtml } from 'hast-util-from-html';
import { TOO_DEEP } from '../../markdown/render-body.ts';
import { splitRelease } from '../../archive/split-release.ts';
import { bodyRenderer } from '../../markdown/render-body.ts';
import { decodeText } from './decode-text.ts';
import { htmlWords } from './html-words.ts';
import {
  blockOf,
  type Picture,
  shownText,
  type SourceDocument,
  UnreadableSource,
} from './document.ts';
import { takeFields, takeTomlFields } from './take-fields.ts';
import { splitToml } from './toml-frontmatter.ts';

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

const render = bodyRenderer({ base: '/', media: new Map() });

/** Reads Markdown, with or without frontmatter. The Markdown of the body stays unchanged. */
export function readMarkdown(bytes: Uint8Array): SourceDocument {
  const { text } = decodeText(bytes);
  const { taken, markdown, line } = partsOf(text);
  if (isTooDeep(markdown)) {
    throw new UnreadableSource(
      'has quotations or lists too deep inside one another to be read',
      'take out what begins a line many times over, such as > or -',
    );
  }
  // Words are compared with the source itself: what the blocks lack, the tree may lack too.
  const { hidden } = render({ markdown, line: line + 1, file: '' });
  const media: string[] = [];
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
      liftPictures(node, markdown, pictures, media) ??
      markdown.slice(start, node.position?.end.offset);
    if (verbatim.trim() === '') return [];
    return [
      { ...blockOf(node, line + (node.position?.start.line ?? 1), verbatim), text: textOf(node) },
    ];
  });
  return {
    blocks,
    definitions,
    metadata: taken?.metadata,
    leftOut: [],
    files: [],
    pictures,
    media: [...(taken?.attachments ?? []), ...media],
    alsoLeftOut: taken?.leftOut,
    words: [
      ...blocks.map(({ text: shown }) => shown),
      ...definitions
        .filter(({ type }) => type === 'footnoteDefinition')
        .map((node) => shownText(node)),
      ...hidden.words,
    ].join('\n'),
    problems: hidden.problems,
    warnings: taken?.warnings ?? [],
  };
}

/** The fields above a text, the text, and how many lines are above it. */
function partsOf(text: string) {
  const toml = splitToml(text);
  if (toml !== undefined) {
    const taken = takeTomlFields(toml.toml, toml.tomlLine);
    return { taken, markdown: toml.body, line: toml.bodyLine - 1 };
  }
  const parts = splitRelease(text);
  if ('missing' in parts) return { taken: undefined, markdown: text, line: 0 };
  return { taken: takeFields(parts), markdown: parts.body, line: parts.bodyLine - 1 };
}

/** Lines that a parser would read as a hundred nested quotations, with words or without. */
const isTooDeep = (markdown: string) =>
  TOO_DEEP.test(markdown) || /^(?:[ \t]*>){100}/m.test(markdown);

const OWN = /^\/media\//; // a picture of an archive, which its pages show in place

/**
 * Takes the pictures out of a block, but for those under `media/`.
 * @returns its Markdown without them; undefined if there are none.
 */
function liftPictures(
  block: RootContent,
  markdown: string,
  pictures: Picture[],
  media: string[],
): string | undefined {
  const cuts: [number, number][] = [];
  visit(block, 'image', (image, index, parent) => {
    const { start, end } = image.position ?? {};
    if (OWN.test(image.url)) media.push(image.url.replace(OWN, ''));
    if (OWN.test(image.url) || !parent || index === undefined) return undefined;
    pictures.push({ address: image.url, alt: image.alt ?? '' });
    cuts.push([start?.offset ?? 0, end?.offset ?? 0]);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  if (cuts.length === 0) return undefined;
  let [rest, place] = ['', block.position?.start.offset ?? 0];
  for (const [start, end] of cuts) {
    rest += markdown.slice(place, start);
    place = end;
  }
  return rest + markdown.slice(place, block.position?.end.offset);
}

/** HTML in Markdown shows the words between its tags. */
const textOf = (node: RootContent) =>
  node.type === 'html' ? htmlWords(fromHtml(node.value, { fragment: true })) : shownText(node);
