import { basename, extname } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import PostalMime from 'postal-mime';
import { elementOf, type WordBlock } from './arrange.ts';
import { decodeText } from '../decode-text.ts';
import { htmlWords, withoutHidden } from '../html-words.ts';
import type { WordPackage } from './package.ts';
import type { Chunks } from './reading.ts';
import type { StoryContext } from './story-context.ts';
import type { XmlElement } from './xml.ts';

/** Reads the web pages, saved pages and texts that a package has inside. */
export async function readChunks({ files }: WordPackage): Promise<Chunks> {
  const chunks = new Map<string, Element | undefined>();
  for (const [part, bytes] of files) {
    const kind = extname(part).toLowerCase();
    if (/^\.(?:x?html?|xhtml)$/.test(kind)) chunks.set(part, bodyOf(decodeText(bytes).text));
    else if (/^\.mht(?:ml)?$/.test(kind)) {
      const { html, text } = await PostalMime.parse(new Uint8Array(bytes));
      chunks.set(part, html === undefined ? linesOf(text ?? '') : bodyOf(html));
    } else if (kind === '.txt') chunks.set(part, linesOf(decodeText(bytes).text));
  }
  return chunks;
}

function bodyOf(html: string): Element {
  const tree = fromHtml(html, { fragment: true }); // a whole page loses its tags for page and body only
  return withoutHidden(elementOf('div', tree.children as Element[]));
}

const linesOf = (text: string): Element =>
  elementOf('div', text.split('\n').map((value) => elementOf('p', [{ type: 'text', value }]))); // prettier-ignore

/** The document inside that an element shows; one that is not read is named in the report. */
export function readChunk(story: StoryContext, element: XmlElement, reason?: string): WordBlock[] {
  const { reading, part } = story;
  const link = reading.pack.relationships(part).get(element.attributes.get('r:id') ?? '');
  const name = link?.target ?? '';
  const chunk = reading.chunks.get(name);
  reading.used.add(name);
  if (chunk !== undefined && reason === undefined) {
    story.texts.push(htmlWords(chunk));
    return [{ element: chunk }];
  }
  reading.alsoLeftOut.push({
    text: name,
    reason: reason ?? 'a document inside this one, of a kind that is not read: import it by itself',
  });
  reading.warnings.add(`Skipped the document ${basename(name)} inside it: import it by itself.`);
  return [];
}
