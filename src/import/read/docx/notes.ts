import type { FootnoteDefinition } from 'mdast';
import { linesIn, allText } from './alternatives.ts';
import { arrange } from './arrange.ts';
import { blocksFromHtml } from '../blocks-from-html.ts';
import type { Reading } from './reading.ts';
import { Story } from './story.ts';
import { elementsOf, type XmlElement } from './xml.ts';

const KINDS = ['footnote', 'endnote'] as const;

/** Reads the notes that the text refers to, footnotes and endnotes in the order of their marks. */
export function readNotes(reading: Reading): {
  definitions: FootnoteDefinition[];
  texts: string[];
} {
  const { pack, ledger, notes } = reading;
  const definitions: FootnoteDefinition[] = [];
  const texts: string[] = [];
  const parts = KINDS.map((kind) => ({ kind, part: pack.related(`${kind}s`) }));
  const elements = new Map<string, { element: XmlElement; part: string }>(
    parts.flatMap(({ kind, part }) =>
      elementsOf(pack.tree(part) ?? { name: '', attributes: new Map(), children: [] }).map(
        (element) =>
          [`${kind} ${element.attributes.get('w:id')}`, { element, part: part ?? '' }] as const,
      ),
    ),
  );
  for (const { part } of parts) if (part !== undefined) reading.parts.add(part);
  // A note may refer to another: the list grows while it is read.
  for (const [note, number] of notes) {
    const name = String(number);
    const inner = reading.innerNotes.get(note);
    if (inner !== undefined) {
      definitions.push({ ...inner, identifier: name, label: name });
      continue;
    }
    const found = elements.get(note);
    elements.delete(note);
    if (found === undefined) {
      reading.warnings.add(`Note ${name} of the text is missing in the file.`);
      continue;
    }
    const story = new Story(reading, found.part);
    const children = arrange(story.blocks(found.element));
    texts.push(...story.texts);
    const { blocks } = blocksFromHtml({ type: 'root', children });
    definitions.push({
      type: 'footnoteDefinition',
      identifier: name,
      label: name,
      children: blocks.map(({ node }) => node) as FootnoteDefinition['children'],
    });
  }
  for (const { element, part } of elements.values()) {
    ledger.read(part, allText(element));
    ledger.report(linesIn(element), 'a note that the text does not refer to');
  }
  return { definitions, texts };
}
