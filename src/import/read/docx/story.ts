import type { WordBlock } from './arrange.ts';
import { readChunk } from './alt-chunk.ts';
import { chosenForm } from './alternatives.ts';
import { OpenFields } from './open-fields.ts';
import { addText, closeParagraph, type OpenParagraph, runsOn } from './paragraph.ts';
import type { Reading } from './reading.ts';
import { LEFT_OUT, PLACEHOLDER } from './reasons.ts';
import { readInlines } from './runs.ts';
import type { StoryContext } from './story-context.ts';
import { readTable } from './table.ts';
import { holdsNoWords } from './words.ts';
import type { Look } from './styles.ts';
import { childOf, childValue, elementsOf, isOn, type XmlElement } from './xml.ts';

/** A text of its own: the body, a note, a header, a text box. */
export class Story implements StoryContext {
  readonly reading: Reading;
  readonly part: string;
  readonly fields = new OpenFields();
  readonly texts: string[] = [];
  /** The properties of its sections, in order. */
  readonly sections: XmlElement[] = [];
  readonly #cell: readonly XmlElement[] | undefined;
  #open:
    | { paragraph: OpenParagraph; properties: XmlElement | undefined; isLeftOut: boolean }
    | undefined;

  /** @param cell the properties that the style of its table gives its text, if it is a cell. */
  constructor(reading: Reading, part: string, cell?: readonly XmlElement[]) {
    this.reading = reading;
    this.part = part;
    this.#cell = cell;
  }

  /**
   * Reads what is in the body, a cell or a note.
   * @param reason why its words are left out; undefined if they are not.
   */
  blocks(parent: XmlElement, reason?: string): WordBlock[] {
    return [...this.#inner(parent, reason), ...this.#close()];
  }

  #inner(parent: XmlElement, reason: string | undefined): WordBlock[] {
    return elementsOf(parent).flatMap((element) => this.#block(element, reason));
  }

  #block(element: XmlElement, reason: string | undefined): WordBlock[] {
    const { reading, part } = this;
    switch (element.name) {
      case 'w:p':
        return this.#paragraph(element, reason);
      case 'w:tbl':
        return [...this.#close(), ...readTable(this, element, reason)];
      case 'w:sectPr':
        this.sections.push(element);
        return [];
      case 'w:del':
      case 'w:moveFrom':
        return this.#inner(element, reason ?? LEFT_OUT[element.name]);
      case 'w:sdt':
        return this.#inner(
          childOf(element, 'w:sdtContent') ?? EMPTY,
          reason ?? this.placeholder(element),
        );
      case 'w:altChunk':
        return [...this.#close(), ...readChunk(this, element, reason)];
      case 'w:subDoc':
        reading.warnings.add(
          'Part of its text is in another file, a subdocument: import that too.',
        );
        return [];
      case 'mc:AlternateContent':
        return this.#inner(chosenForm(reading.ledger, part, element), reason);
      case 'm:oMath':
      case 'm:oMathPara':
      case 'w:r':
        return this.#paragraph({ name: 'w:p', attributes: new Map(), children: [element] }, reason);
      default:
        return holdsNoWords(element.name) ? [] : this.#inner(element, reason);
    }
  }

  #paragraph(element: XmlElement, reason: string | undefined): WordBlock[] {
    const properties = childOf(element, 'w:pPr');
    const paragraph = this.#open?.paragraph ?? { inlines: [], after: [] };
    this.#open = { paragraph, properties, isLeftOut: reason !== undefined };
    this.reading.ledger.separate();
    readInlines(this, element, { paragraph, properties, reason });
    const section = childOf(properties, 'w:sectPr');
    if (section !== undefined) this.sections.push(section);
    return runsOn(this.reading, properties) ? [] : this.#close();
  }

  /** Closes the paragraph that went on. */
  #close(): WordBlock[] {
    if (this.#open === undefined) return [];
    const { paragraph, properties, isLeftOut } = this.#open;
    this.#open = undefined;
    const where = isLeftOut ? 'left out' : this.#cell !== undefined ? 'in a cell' : 'in the text';
    const { blocks, text } = closeParagraph(this.reading, paragraph, properties, where);
    this.texts.push(text);
    return blocks;
  }

  paragraphOf(text: string): WordBlock[] {
    const paragraph: OpenParagraph = { inlines: [], after: [] };
    addText(paragraph, text);
    const { blocks, text: shown } = closeParagraph(this.reading, paragraph, undefined);
    this.texts.push(shown);
    return blocks;
  }

  look(run: XmlElement | undefined, paragraph: XmlElement | undefined): Look {
    return this.reading.styles.look(run, childValue(paragraph, 'w:pStyle'), this.#cell);
  }

  nested(
    parent: XmlElement,
    reason: string | undefined,
    cell?: readonly XmlElement[],
  ): WordBlock[] {
    const story = new Story(this.reading, this.part, cell);
    const blocks = story.blocks(parent, reason);
    this.texts.push(...story.texts);
    return blocks;
  }

  placeholder(control: XmlElement): string | undefined {
    return isOn(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr') ? PLACEHOLDER : undefined;
  }
}

const EMPTY: XmlElement = { name: '', attributes: new Map(), children: [] };
