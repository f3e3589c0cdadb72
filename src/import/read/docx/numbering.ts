import { listNumber } from './number-format.ts';
import type { Styles } from './styles.ts';
import { childNumber, childOf, childValue, elementsOf, isOn, type XmlElement } from './xml.ts';

/** What stands before a paragraph of a list. */
export type ListMark =
  | { kind: 'bullet'; level: number }
  /** A plain `1.`, which Markdown writes as the number of an item. */
  | { kind: 'number'; level: number; value: number }
  /** Any other number or letter: words of the page, with the space after them. */
  | { kind: 'label'; text: string };

const MAX_LEVEL = 8; // Word has nine, from 0
const MAX_NUMBER = 32_767; // of Word

interface Level {
  start: number;
  format: string;
  text: string;
  gap: string;
  /** The level (from 1) whose numbers begin this one again; 0 for none, undefined for any before it. */
  restart: number | undefined;
  isDecimal: boolean;
  isHidden: boolean;
  isCapitals: boolean;
  style: string | undefined;
}

interface List {
  /** Lists with the same definition count together. */
  definition: string;
  levels: Map<number, Level>;
  restarts: Map<number, number>;
}

/** Counts the paragraphs of the lists of a document, in its order. */
export class Numbering {
  readonly #lists: Map<string, List>;
  readonly #styles: Styles;
  /** The last number of each level, by definition. */
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #restarted = new Set<string>();
  /** Formats that came as plain numbers. */
  readonly unknownFormats = new Set<string>();

  /** @param root the part `numbering.xml`; a document without lists has none. */
  constructor(root: XmlElement | undefined, styles: Styles) {
    this.#styles = styles;
    this.#lists = root === undefined ? new Map() : readLists(root, styles);
  }

  /** The mark of the next paragraph, by its properties; undefined if it is in no list, or shows none. */
  mark(properties: XmlElement | undefined): ListMark | undefined {
    const place = this.#placeOf(properties);
    if (place === undefined) return undefined;
    const { list, level } = place;
    const counters = this.#count(place.id, list, level);
    const definition = list.levels.get(level);
    if (definition === undefined || definition.isHidden) return undefined;
    const { format, text, gap } = definition;
    if (format === 'bullet') return text === '' ? undefined : { kind: 'bullet', level };
    const shown = text.replace(/%([1-9])/g, (_, digit: string) => {
      const own = list.levels.get(Number(digit) - 1);
      const value = counters[Number(digit) - 1] ?? own?.start ?? 1;
      return this.#format(
        value,
        definition.isDecimal ? inDecimals(own) : (own?.format ?? 'decimal'),
      );
    });
    if (shown.trim() === '') return undefined;
    const value = counters[level] ?? 1;
    if (format === 'decimal' && shown === `${value}.` && value >= 0)
      return { kind: 'number', level, value };
    return { kind: 'label', text: (definition.isCapitals ? shown.toUpperCase() : shown) + gap };
  }

  #format(value: number, format: string): string {
    if (format === 'none' || format === 'bullet') return '';
    const shown = listNumber(value, format);
    if (shown === undefined) this.unknownFormats.add(format);
    return shown ?? String(value);
  }

  /**
   * The list and the level of a paragraph, by itself or by its style, which may have the list from the style
   * that it is based on. Where the list knows the style, that decides the level.
   */
  #placeOf(properties: XmlElement | undefined) {
    const found = this.#styles.paragraphProperty(properties, 'w:numPr');
    const last = found.findIndex(({ element }) => childValue(element, 'w:numId') !== undefined);
    const id = childValue(found[last]?.element, 'w:numId') ?? '';
    const list = this.#lists.get(id);
    if (list === undefined) return undefined;
    const named = found
      .slice(0, last + 1)
      .map(({ element }) => childNumber(element, 'w:ilvl', 0, MAX_LEVEL))
      .find((level) => level !== undefined);
    const isByStyle = found[0]?.style !== undefined;
    const own = this.#styles.styleOf(properties);
    const ofStyle = [...list.levels].find(([, { style }]) => style !== undefined && style === own);
    const isLevelOfStyle = ofStyle !== undefined && (isByStyle || named === undefined);
    return { id, list, level: isLevelOfStyle ? ofStyle[0] : (named ?? 0) };
  }

  #count(id: string, list: List, level: number): (number | undefined)[] {
    const counters = this.#counters.get(list.definition) ?? [];
    this.#counters.set(list.definition, counters);
    const restart = list.restarts.get(level);
    const key = `${id} ${level}`;
    const last = counters[level];
    if (restart !== undefined && !this.#restarted.has(key)) counters[level] = restart;
    else counters[level] = last === undefined ? (list.levels.get(level)?.start ?? 1) : last + 1;
    this.#restarted.add(key);
    for (const [deeper, { restart: after }] of list.levels) {
      const isAgain = after === undefined ? true : after > 0 && level < after;
      if (deeper > level && isAgain) counters[deeper] = undefined;
    }
    for (let above = 0; above < level; above++)
      counters[above] ??= list.restarts.get(above) ?? list.levels.get(above)?.start ?? 1;
    return counters;
  }
}

/** The format of a level in legal numbering: decimals, with a zero before them where the level has one. */
const inDecimals = (level: Level | undefined) =>
  /^(?:decimal|0)/.test(level?.format ?? '') ? (level?.format ?? 'decimal') : 'decimal';

function readLists(root: XmlElement, styles: Styles): Map<string, List> {
  const definitions = new Map<string, XmlElement>();
  const byStyle = new Map<string, XmlElement>();
  for (const element of elementsOf(root)) {
    if (element.name !== 'w:abstractNum') continue;
    definitions.set(element.attributes.get('w:abstractNumId') ?? '', element);
    const style = childValue(element, 'w:styleLink');
    if (style !== undefined) byStyle.set(style, element);
  }
  const lists = new Map<string, List>();
  for (const element of elementsOf(root)) {
    if (element.name !== 'w:num') continue;
    const id = childValue(element, 'w:abstractNumId') ?? '';
    const named = definitions.get(id);
    // A list of a style has its levels where the style is defined.
    const definition = byStyle.get(childValue(named, 'w:numStyleLink') ?? '') ?? named;
    const levels = new Map(levelsIn(definition, styles));
    const restarts = new Map<number, number>();
    for (const override of elementsOf(element)) {
      if (override.name !== 'w:lvlOverride') continue;
      const level = Number(override.attributes.get('w:ilvl') ?? 0);
      for (const [place, one] of levelsIn(override, styles)) levels.set(place, one);
      const start = childNumber(override, 'w:startOverride', 0, MAX_NUMBER);
      if (start !== undefined) restarts.set(level, start);
    }
    lists.set(element.attributes.get('w:numId') ?? '', {
      definition: definition?.attributes.get('w:abstractNumId') ?? id,
      levels,
      restarts,
    });
  }
  lists.delete('0'); // “in no list”, where a style has one
  return lists;
}

function levelsIn(parent: XmlElement | undefined, styles: Styles): [number, Level][] {
  const levels = parent === undefined ? [] : elementsOf(parent);
  return levels
    .filter(({ name }) => name === 'w:lvl')
    .map((element) => {
      const gap = childValue(element, 'w:suff');
      const restart = childNumber(element, 'w:lvlRestart', 0, MAX_LEVEL + 1);
      const look = childOf(element, 'w:rPr');
      const isPicture = childOf(element, 'w:lvlPicBulletId') !== undefined;
      const style = childValue(element, 'w:pStyle');
      const level: Level = {
        start: childNumber(element, 'w:start', 0, MAX_NUMBER) ?? 0,
        format: isPicture ? 'bullet' : numberFormat(element),
        text: childValue(element, 'w:lvlText') || (isPicture ? '•' : ''),
        gap: gap === 'nothing' ? '' : ' ',
        restart,
        isDecimal: isOn(element, 'w:isLgl') ?? false,
        isHidden: isOn(look, 'w:vanish') ?? false,
        isCapitals: styles.look(look, style).caps,
        style,
      };
      return [Number(element.attributes.get('w:ilvl') ?? 0), level];
    });
}

/** The format of a level's numbers. Word writes newer ones, as `001, 002, ...`, with a plain one beside them. */
function numberFormat(level: XmlElement): string {
  const alternatives = childOf(level, 'mc:AlternateContent');
  const custom = childOf(childOf(alternatives, 'mc:Choice'), 'w:numFmt')?.attributes.get(
    'w:format',
  );
  const first = /^0+1(?=,)/.exec(custom ?? '')?.[0];
  const plain = childOf(alternatives, 'mc:Fallback') ?? level;
  return first ?? childValue(plain, 'w:numFmt') ?? 'decimal';
}
