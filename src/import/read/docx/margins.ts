import type { LeftOut } from '../document.ts';
import { CONTACT_LABEL } from '../../parse/contact-line.ts';
import { hasNumber } from '../../parse/find-contacts.ts';
import { findDates } from '../../parse/find-date.ts';
import { releaseLineAt } from '../../parse/release-line.ts';
import { collapse } from '../../parse/text-shape.ts';
import type { Reading } from './reading.ts';
import { Story } from './story.ts';
import { childOf, descendants, elementsOf, isOn, type XmlElement } from './xml.ts';

interface Margins {
  /** Lines of the header of the first page that belong to the head of the release. */
  head: string[];
  leftOut: LeftOut[];
}

type Kind = 'first' | 'default' | 'even';

/** The margins of a section, by kind and whether header or footer: paths of parts. */
type SectionMargins = Map<`${Kind} ${'header' | 'footer'}`, string>;

/**
 * Reads headers and footers. Only what the first page shows may belong to the head of the release: another
 * header is that of later pages, or was left from a document before this one.
 * @param sections the properties of the sections, in order.
 */
export function readMargins(reading: Reading, sections: readonly XmlElement[]): Margins {
  const { pack } = reading;
  const isEvenOdd = isOn(pack.tree(pack.related('settings')), 'w:evenAndOddHeaders') ?? false;
  const margins = inherited(reading, sections);
  const firstPage = firstPageParts(sections[0], margins[0], isEvenOdd);
  const shown = new Set(firstPage);
  for (const [n, section] of sections.entries()) {
    for (const [kind, part] of margins[n] ?? []) {
      if (kind.startsWith('first') && !isOn(section, 'w:titlePg')) continue;
      if (!kind.startsWith('even') || isEvenOdd) shown.add(part);
    }
  }
  const head: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const { type, target } of pack.relationships(pack.main).values()) {
    const tree = pack.tree(target);
    if (!/^(?:header|footer)$/.test(type) || tree === undefined || reading.parts.has(target))
      continue;
    reading.parts.add(target);
    const story = new Story(reading, target);
    story.blocks(tree);
    warnOfWatermark(reading, tree);
    const isFirst = firstPage.includes(target);
    const isEvery = isFirst && shown.size === firstPage.length;
    const reason = isEvery
      ? 'in the margin of every page'
      : isFirst
        ? 'in the margin of the first page'
        : shown.has(target)
          ? 'in the margin of later pages'
          : 'in a margin that no page shows';
    for (const line of story.texts.flatMap((text) => text.split(/[\n\t]/)).map(collapse)) {
      if (line === '') continue;
      const isHead = isFirst && type === 'header' && belongsToHead(line) && !head.includes(line);
      if (isHead) head.push(line);
      else leftOut.push({ text: line, reason });
    }
  }
  return { head, leftOut };
}

const belongsToHead = (line: string) =>
  CONTACT_LABEL.test(line) ||
  hasNumber(line) ||
  releaseLineAt(line) !== undefined ||
  findDates(line).length > 0;

/** The margins of each section; one that has none of a kind has that of the section before. */
function inherited({ pack }: Reading, sections: readonly XmlElement[]): SectionMargins[] {
  const links = pack.relationships(pack.main);
  let last: SectionMargins = new Map();
  return sections.map((section) => {
    last = new Map(last);
    for (const { name, attributes } of elementsOf(section)) {
      const side = /^w:(header|footer)Reference$/.exec(name)?.[1];
      const part = links.get(attributes.get('r:id') ?? '')?.target;
      const kind = attributes.get('w:type') ?? 'default';
      if (side !== undefined && part !== undefined)
        last.set(`${kind as Kind} ${side as 'header' | 'footer'}`, part);
    }
    return last;
  });
}

/** The header and the footer of the first page. */
function firstPageParts(
  section: XmlElement | undefined,
  margins: SectionMargins | undefined,
  isEvenOdd: boolean,
): string[] {
  const number = Number(childOf(section, 'w:pgNumType')?.attributes.get('w:start') ?? 1);
  const isEven = isEvenOdd && number % 2 === 0;
  const kind: Kind = isOn(section, 'w:titlePg') ? 'first' : isEven ? 'even' : 'default';
  return (['header', 'footer'] as const).flatMap((side) => margins?.get(`${kind} ${side}`) ?? []);
}

/** A watermark is drawn behind the text of each page. */
function warnOfWatermark({ warnings }: Reading, tree: XmlElement) {
  for (const { attributes } of descendants(tree, 'v:textpath')) {
    const text = collapse(attributes.get('string') ?? '');
    if (text !== '') warnings.add(`It has a watermark, “${text}”: check whether it was issued.`);
  }
}
