import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { blocksFromHtml } from './blocks-from-html.ts';
import { lostCharacters } from './decode-text.ts';
import type { SourceDocument } from './document.ts';
import { cutPage } from './find-article.ts';
import { decodeHtml } from './html-encoding.ts';
import { htmlWords, takeOutHidden, takeOutPlayers, takeOutSignatures } from './html-words.ts';
import { pageMetadata } from './page-metadata.ts';

/** Reads a saved web page: finds the release on it, and says what is left out. */
export function readHtml(bytes: Uint8Array): SourceDocument {
  const { text, warnings } = decodeHtml(bytes);
  return withWarnings(pageDocument(text, true), warnings);
}

/** Reads HTML that is a release and nothing else. */
export function readFragment(bytes: Uint8Array): SourceDocument {
  const { text, warnings } = decodeHtml(bytes);
  return withWarnings(pageDocument(text, false), warnings);
}

/**
 * A document of a page that was saved as one file, which was decoded elsewhere.
 * @param address that it was saved from, where the file says.
 */
export function savedPage(html: string, address: string | undefined): SourceDocument {
  return withWarnings(pageDocument(html, true, address), lostCharacters(html));
}

/** A document of the HTML of a mail, which was decoded elsewhere. */
export function htmlDocument(html: string): SourceDocument {
  return withWarnings(pageDocument(html, false), lostCharacters(html));
}

const withWarnings = (document: SourceDocument, warnings: readonly string[]): SourceDocument => ({
  ...document,
  warnings: [...warnings, ...document.warnings],
});

/**
 * @param isPage whether it may have navigation around the release.
 * @param address of the page, if it is known better than the page says itself.
 */
function pageDocument(html: string, isPage: boolean, address?: string): SourceDocument {
  const tree = fromHtml(html);
  const { metadata, headlines } = pageMetadata(tree, address);
  const body = bodyOf(tree);
  const hidden = takeOutHidden(body);
  const words = [htmlWords(body), ...hidden.map(({ text }) => text)].join('\n');
  const cut = isPage
    ? cutPage(body, headlines)
    : { leftOut: takeOutSignatures(body), warnings: [] };
  const players = takeOutPlayers(body);
  const { blocks, footnotes, pictures, warnings } = blocksFromHtml(
    { type: 'root', children: body.children },
    metadata.source,
  );
  return {
    blocks,
    definitions: footnotes,
    metadata,
    leftOut: [...cut.leftOut, ...hidden],
    alsoLeftOut: players,
    files: [],
    pictures,
    words,
    warnings: [
      ...cut.warnings,
      ...players.map(({ text }) => `Left out a player or a frame: ${text}`),
      ...warnings,
    ],
  };
}

function bodyOf(tree: Root): Element {
  let body: Element | undefined;
  visit(tree, 'element', (node) => {
    if (node.tagName === 'body') body ??= node;
  });
  return body ?? { type: 'element', tagName: 'body', properties: {}, children: [] };
}
