/** Why words that are written in HTML cannot be seen. */
export type HtmlFault =
  'open comment' | 'comment in a comment' | 'declaration' | 'open tag' | 'attribute without effect';

/** What is markup in a piece of HTML as it is written. Offsets are those of the piece. */
export interface HtmlMarkup {
  /** Stretches that are no words: tags and closed comments. */
  markup: [start: number, end: number][];
  faults: { start: number; end: number; fault: HtmlFault }[];
  /** The titles that elements have, which a browser shows on demand. */
  titles: { start: number; end: number }[];
  /** Tags that begin elements. */
  tags: { name: string; start: number; end: number }[];
}

const NAME = /[^\s/>]*/y;
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/y;
const OPEN_VALUE = /\s*=\s*["']/y;
const TAG_END = /[\s/]*>/y;

/**
 * Separates markup from words in HTML, from nothing but the characters: a browser's parser, which is to be
 * checked, has no part in it.
 */
export function htmlMarkup(html: string): HtmlMarkup {
  const found: HtmlMarkup = { markup: [], faults: [], titles: [], tags: [] };
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) at = readComment(html, at, found);
    else if (/[!?]/.test(html[at + 1] ?? '') || /^<\/[^a-z]/i.test(html.slice(at, at + 3))) {
      const end = html.indexOf('>', at);
      const isData = html.startsWith('<![CDATA[', at);
      const close = isData ? html.indexOf(']]>', at) : end;
      const faultEnd = close === -1 ? html.length : close;
      found.faults.push({ start: at, end: faultEnd, fault: 'declaration' });
      at = faultEnd;
    } else if (/^<\/?[a-z]/i.test(html.slice(at, at + 3))) at = readTag(html, at, found);
    else at++;
  }
  return found;
}

function readComment(html: string, start: number, found: HtmlMarkup): number {
  const abrupt = /^<!---?>/.exec(html.slice(start, start + 6))?.[0].length;
  const ends = ['-->', '--!>'].flatMap((mark) => {
    const place = html.indexOf(mark, start + 4);
    return place === -1 ? [] : [place + mark.length];
  });
  const end = abrupt === undefined ? Math.min(...ends) : start + abrupt;
  if (end === Infinity) {
    found.faults.push({ start, end: html.length, fault: 'open comment' });
    return html.length;
  }
  if (html.slice(start + 4, end).includes('<!--')) {
    found.faults.push({ start, end, fault: 'comment in a comment' });
  } else found.markup.push([start, end]);
  return end;
}

function readTag(html: string, start: number, found: HtmlMarkup): number {
  const isEnd = html[start + 1] === '/';
  NAME.lastIndex = start + (isEnd ? 2 : 1);
  const name = (NAME.exec(html)?.[0] ?? '').toLowerCase();
  let place = NAME.lastIndex;
  const words: [number, number][] = []; // what readers see of the tag, or ought to
  const names = new Set<string>();
  for (;;) {
    TAG_END.lastIndex = place;
    if (TAG_END.test(html)) break;
    ATTRIBUTE.lastIndex = place;
    const attribute = ATTRIBUTE.exec(html);
    OPEN_VALUE.lastIndex = ATTRIBUTE.lastIndex;
    if (attribute === null || OPEN_VALUE.test(html)) {
      found.faults.push({ start, end: html.length, fault: 'open tag' });
      return html.length;
    }
    const key = (attribute[1] ?? '').toLowerCase();
    const value = attribute[2] ?? attribute[3] ?? attribute[4] ?? '';
    place = ATTRIBUTE.lastIndex;
    const end = place - (attribute[4] === undefined && value !== '' ? 1 : 0);
    const range: [number, number] = [end - value.length, end];
    if (isEnd || names.has(key)) {
      words.push(range);
      found.faults.push({ start: range[0], end, fault: 'attribute without effect' });
    } else if (key === 'title' && value !== '') found.titles.push({ start: range[0], end });
    else if (key === 'alt' && name === 'img') words.push(range);
    names.add(key);
  }
  if (!isEnd) found.tags.push({ name, start, end: TAG_END.lastIndex });
  let from = start;
  for (const [wordStart, wordEnd] of words) {
    found.markup.push([from, wordStart]);
    from = wordEnd;
  }
  found.markup.push([from, TAG_END.lastIndex]);
  return TAG_END.lastIndex;
}
