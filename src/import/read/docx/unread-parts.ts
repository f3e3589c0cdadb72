import { basename } from 'node:path';
import { linesIn, allText } from './alternatives.ts';
import { isMacro } from './package.ts';
import type { Reading } from './reading.ts';
import { hasWords } from './words.ts';
import { elementsOf, type XmlElement } from './xml.ts';

/** What the parts are whose words no reader takes into the text, by their root element. */
const KINDS: Record<string, { reason: string; warning?: string }> = {
  'c:chartSpace': {
    reason: 'in a chart, which a page cannot show as text',
    warning: 'Skipped a chart: save it as a picture and list that in attachments.',
  },
  'dgm:dataModel': {
    reason: 'in a SmartArt graphic, which a page cannot show as text',
    warning: 'Skipped a SmartArt graphic: save it as a picture and list that in attachments.',
  },
  'w:glossaryDocument': { reason: 'in building blocks of Word, which no page shows' },
  'w:hdr': { reason: 'in a margin that no page shows' },
  'w:ftr': { reason: 'in a margin that no page shows' },
};

/** Reports the words of all parts that were not read, and names embedded files and pictures not shown. */
export function reportUnreadParts(reading: Reading): void {
  const { pack, parts, ledger, warnings } = reading;
  for (const part of pack.xml.keys()) {
    if (!hasWords(part) || parts.has(part)) continue;
    const tree = pack.tree(part);
    if (tree === undefined) continue;
    if (tree.name === 'w:comments') reportComments(reading, tree, part);
    else {
      const text = allText(tree);
      if (text.trim() === '') continue;
      ledger.read(part, text);
      const shown = linesIn(withoutFormulas(tree));
      const kind = KINDS[tree.name] ?? kindOfName(part);
      if (isRepeated(reading, part, tree)) continue;
      ledger.report(shown, kind.reason);
      if (kind.warning !== undefined) warnings.add(kind.warning);
    }
  }
  nameFiles(reading);
}

const kindOfName = (part: string) =>
  /\/charts?\//.test(part)
    ? { reason: 'in a chart, which a page cannot show as text', warning: undefined }
    : { reason: `in ${part}, which no page shows`, warning: undefined };

/** A SmartArt graphic is in the file twice: as data, and as it is drawn. */
function isRepeated({ pack }: Reading, part: string, tree: XmlElement): boolean {
  if (!/\/diagrams\/drawing\d*\.xml$/.test(part)) return false;
  const data = [...pack.xml.keys()].filter((name) => /\/diagrams\/data\d*\.xml$/.test(name));
  const words = new Set(
    data.flatMap((name) => allText(pack.tree(name) ?? tree).match(/\S+/g) ?? []),
  );
  return data.length > 0 && (allText(tree).match(/\S+/g) ?? []).every((word) => words.has(word));
}

/** A chart says with each number from which cells it comes, and how it is written. */
function withoutFormulas(element: XmlElement): XmlElement {
  const children = element.children
    .filter((child) => typeof child === 'string' || !/^\w+:(?:f|formatCode)$/.test(child.name))
    .map((child) => (typeof child === 'string' ? child : withoutFormulas(child)));
  return { ...element, children };
}

function reportComments({ ledger, warnings }: Reading, tree: XmlElement, part: string) {
  for (const comment of elementsOf(tree)) {
    const author = comment.attributes.get('w:author') ?? '';
    ledger.read(part, allText(comment));
    ledger.report(linesIn(comment), `a comment${author === '' ? '' : ` by ${author}`}`);
    warnings.add('It has comments; they were left out, and the report lists them.');
  }
}

/** Names what is in the package besides: embedded files, pictures of margins. */
function nameFiles({ pack, used, alsoLeftOut, warnings }: Reading) {
  for (const name of pack.names) {
    if (used.has(name)) continue;
    if (isMacro(name)) {
      alsoLeftOut.push({ text: name, reason: 'macros, which a release cannot have' });
      warnings.add('It has macros; they were left out, and nothing of them was run.');
    } else if (/\/embeddings\//.test(name)) {
      alsoLeftOut.push({ text: name, reason: 'a file embedded in the document' });
      warnings.add(
        `Skipped ${basename(name)}, a file embedded in it: import or attach it by itself.`,
      );
    } else if (/\/media\//.test(name))
      alsoLeftOut.push({
        text: name,
        reason: 'a picture of a margin, of a chart, or shown nowhere',
      });
  }
}
