import { chosenForm, allText } from './alternatives.ts';
import { elementOf } from './arrange.ts';
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
  switch (name) {
    case 'w:txbxContent':
      paragraph.after.push(...story.nested(element, reason));
      return;
    case 'a:p':
      paragraph.after.push(...drawnText(story, allText(element), reason));
      return;
    case 'v:textpath':
      paragraph.after.push(...drawnText(story, attributes.get('string') ?? '', reason));
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

function drawnText(story: StoryContext, text: string, reason: string | undefined) {
  const { reading, part } = story;
  if (reason !== undefined) {
    reading.ledger.leave(part, text, reason);
    return [];
  }
  reading.ledger.read(part, text);
  return text.trim() === '' ? [] : story.paragraphOf(text);
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
