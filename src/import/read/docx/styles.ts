import { childOf, childValue, elementsOf, isOn, valueOf, type XmlElement } from './xml.ts';

/** Properties that are on or off. Those of a paragraph's and of a character's style toggle each other. */
const TOGGLES = ['b', 'i', 'caps', 'smallCaps', 'strike', 'dstrike', 'vanish'] as const;
type Toggle = (typeof TOGGLES)[number];

/** How a run of text looks, as far as it matters to its words. */
export interface Look extends Record<Toggle, boolean> {
  /** Underlined by the run itself, not by a style: links are underlined by theirs. */
  u: boolean;
  script: 'sup' | 'sub' | undefined;
  /** The height of its letters in half points; undefined where no style says it. */
  size: number | undefined;
  /** The font of symbols, in which letters are pictures. */
  font: string | undefined;
}

interface Style {
  id: string;
  name: string;
  type: string;
  parent: string | undefined;
  paragraph: XmlElement | undefined;
  run: XmlElement | undefined;
  /** Of a table: the properties of the text in its first row, and so on. */
  parts: ReadonlyMap<string, XmlElement>;
}

/** The styles of a document, by id. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #defaults: XmlElement | undefined;
  readonly #defaultParagraph: string | undefined;

  /** @param root the part `styles.xml`; a document may have none. */
  constructor(root: XmlElement | undefined) {
    this.#defaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    for (const element of root === undefined ? [] : elementsOf(root)) {
      if (element.name !== 'w:style') continue;
      const { attributes } = element;
      const id = attributes.get('w:styleId') ?? '';
      const type = attributes.get('w:type') ?? 'paragraph';
      this.#styles.set(id, {
        id,
        name: childValue(element, 'w:name') ?? id,
        type,
        parent: childValue(element, 'w:basedOn'),
        paragraph: childOf(element, 'w:pPr'),
        run: childOf(element, 'w:rPr'),
        parts: partsOfTable(element),
      });
      if (type === 'paragraph' && /^(?:1|true|on)$/.test(attributes.get('w:default') ?? ''))
        this.#defaultParagraph ??= id;
    }
  }

  /** The name of a style, in lower case: built-in ones are English in every language. */
  nameOf(id: string | undefined): string {
    return (this.#styles.get(id ?? '')?.name ?? id ?? '').toLowerCase();
  }

  /** A property of a paragraph, wherever it is set: by itself, then by its style and those below. */
  paragraphProperty(
    properties: XmlElement | undefined,
    name: string,
  ): { element: XmlElement; style: string | undefined }[] {
    const own = childOf(properties, name);
    const ofStyles = this.#chain(childValue(properties, 'w:pStyle')).flatMap((style) => {
      const element = childOf(style.paragraph, name);
      return element === undefined ? [] : [{ element, style: style.id }];
    });
    return own === undefined ? ofStyles : [{ element: own, style: undefined }, ...ofStyles];
  }

  /** The id of a paragraph's style: that of the whole document where it has none. */
  styleOf(properties: XmlElement | undefined): string | undefined {
    return childValue(properties, 'w:pStyle') ?? this.#defaultParagraph;
  }

  /**
   * The properties that a table's style gives the text of a cell, the nearest first.
   * @param parts the parts of the table that the cell is in: `firstRow`, `lastCol`.
   */
  ofCell(tableStyle: string | undefined, parts: readonly string[]): XmlElement[] {
    return this.#chain(tableStyle, true).flatMap(({ run, parts: own }) =>
      [...parts.map((part) => own.get(part)), run].filter((one) => one !== undefined),
    );
  }

  /**
   * How a run looks. Bold and italics of a paragraph's style count as the look of the whole, not of words.
   * @param cell what the style of its table gives it.
   */
  look(
    run: XmlElement | undefined,
    paragraphStyle: string | undefined,
    cell: readonly XmlElement[] = [],
  ): Look {
    const ofParagraph = this.#chain(paragraphStyle);
    const ofRun = this.#chain(childValue(run, 'w:rStyle'), true);
    const nearest = (chain: readonly { run: XmlElement | undefined }[], name: string) =>
      chain.map((style) => isOn(style.run, name)).find((value) => value !== undefined) ?? false;
    const ofCell = cell.map((properties) => ({ run: properties }));
    const toggle = (name: Toggle) => {
      const key = `w:${name}`;
      const own = isOn(run, key);
      if (own !== undefined) return own;
      if (name === 'b' || name === 'i') return nearest(ofRun, key);
      return (
        (isOn(this.#defaults, key) ?? false) ||
        [ofParagraph, ofRun, ofCell].filter((chain) => nearest(chain, key)).length % 2 === 1
      );
    };
    const toggles = Object.fromEntries(TOGGLES.map((name) => [name, toggle(name)]));
    const property = (name: string) =>
      [run, ...ofRun.map((one) => one.run), ...ofParagraph.map((one) => one.run), this.#defaults]
        .map((properties) => childOf(properties, name))
        .find((found) => found !== undefined);
    const align = valueOf(property('w:vertAlign'));
    const fonts = property('w:rFonts')?.attributes;
    const size = Number(valueOf(property('w:sz')));
    return {
      ...(toggles as Record<Toggle, boolean>),
      u: isOn(run, 'w:u') ?? false,
      script: align === 'superscript' ? 'sup' : align === 'subscript' ? 'sub' : undefined,
      size: size > 0 ? size : undefined,
      font: fonts?.get('w:ascii') ?? fonts?.get('w:hAnsi'),
    };
  }

  /** A style and those that it is based on; the paragraph's default one without an id. */
  #chain(id: string | undefined, isRun = false): Style[] {
    const chain: Style[] = [];
    let next = id ?? (isRun ? undefined : this.#defaultParagraph);
    while (next !== undefined) {
      const style = this.#styles.get(next);
      if (style === undefined || chain.includes(style)) break; // based on itself
      chain.push(style);
      next = style.parent;
    }
    return chain;
  }
}

/** What a table's style says of the text in its parts. */
function partsOfTable(style: XmlElement): Map<string, XmlElement> {
  const parts = new Map<string, XmlElement>();
  for (const element of elementsOf(style)) {
    const run = element.name === 'w:tblStylePr' ? childOf(element, 'w:rPr') : undefined;
    const type = element.attributes.get('w:type');
    if (run !== undefined && type !== undefined) parts.set(type, run);
  }
  return parts;
}
