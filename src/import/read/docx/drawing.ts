import { allText, chosenForm, linesIn } from './alternatives.ts';
import { elementOf, type WordBlock } from './arrange.ts';
import { addNode } from './paragraph.ts';
import { addPicture } from './reading.ts';
import { placedAddress } from '../placed-pictures.ts';
import type { Place, StoryContext } from './story-context.ts';
import { holdsNoWords } from './words.ts';
import { elementsOf, type XmlElement } from './xml.ts';
import { collapse } from '../../parse/text-shape.ts';

/** Reads a drawing: pictures into the paragraph, text boxes and WordArt behind it. */
export function readDrawing(
  story: StoryContext,
  element: XmlElement,
  place: Place,
  alt = '',
): void {
  const { reading, part } = story;
  const { name, attributes } = element;
  const { paragraph, reason } = place;
  const art = attributes.get('string') ?? '';
  switch (name) {
    case 'w:txbxContent':
      paragraph.after.push(...story.nested(element, reason));
      return;
    case 'a:p':
      paragraph.after.push(...drawnText(story, allText(element), linesIn(element), reason));
      return;
    case 'v:textpath':
      paragraph.after.push(...drawnText(story, art, art, reason));
      return;
    case 'a:blip':
    case 'v:imagedata':
      if (reason === undefined) placePicture(story, element, place, alt);
      return;
    case 'mc:AlternateContent':
      readDrawing(story, chosenForm(reading.ledger, part, element), place, alt);
      return;
    default: {
      if (holdsNoWords(name)) return;
      const other = reading.pack.relationships(part).get(attributes.get('r:embed') ?? '');
      if (other !== undefined) reading.used.add(other.target); // the same picture as SVG
      const own = describedBy(element) ?? alt;
      for (const child of element.children) {
        if (typeof child !== 'string') readDrawing(story, child, place, own);
        else if (child.trim() !== '')
          reading.ledger.leave(part, child, reason ?? `in a drawing (${name})`);
      }
    }
  }
}

/** The alternative text of a drawing or of a picture in it. */
function describedBy(element: XmlElement): string | undefined {
  const own = ({ attributes }: XmlElement) =>
    [
      attributes.get('descr'),
      attributes.get('title'),
      attributes.get('alt'),
      attributes.get('o:title'),
    ]
      .map((text) => collapse(text ?? ''))
      .find((text) => text !== '');
  const carriers = elementsOf(element).filter(({ name }) =>
    /^(?:wp:docPr|pic:nvPicPr|pic:cNvPr|wps:cNvPr)$/.test(name),
  );
  const found = carriers.flatMap((one) => [one, ...elementsOf(one)]).map(own);
  return found.find((text) => text !== undefined) ?? own(element);
}

/** @param words those of the text, however runs cut them. */
function drawnText(
  story: StoryContext,
  words: string,
  text: string,
  reason: string | undefined,
): WordBlock[] {
  const { ledger } = story.reading;
  ledger.read(story.part, words);
  if (reason === undefined) return text.trim() === '' ? [] : story.paragraphOf(text.trim());
  ledger.report(text, reason);
  return [];
}

function placePicture(story: StoryContext, element: XmlElement, place: Place, alt: string): void {
  const { reading, part } = story;
  const { attributes } = element;
  const id = attributes.get('r:embed') ?? attributes.get('r:id') ?? attributes.get('r:link');
  if (id === undefined || id === '') return;
  const words = collapse(attributes.get('o:title') ?? '') || alt;
  const name = addPicture(reading, part, id, words);
  if (name !== undefined)
    addNode(place.paragraph, elementOf('img', [], { src: placedAddress(name), alt: words }));
}
