import type { Element, Properties, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type Day, formatDay } from '../archive/day.ts';
import { digestOf } from '../archive/ledger/entry.ts';
import type { Alignment } from '../archive/ledger/align.ts';
import type { Extent } from '../archive/ledger/extent.ts';
import { lastChanges, type LastChange } from '../archive/ledger/history.ts';
import { statementPath } from '../archive/release.ts';
import { directionOf } from '../words/direction.ts';
import { listParts, type SiteWords } from '../words/words.ts';
import { firstWords } from './first-words.ts';
import { placeMarker } from './removed-marker.ts';
import type { Statement } from './rehype-statements.ts';
import { type PlacedStatement, putAtEnd, putAtStart } from './statement-places.ts';

export interface NoteOptions {
  words: SiteWords;
  /** Of the release's text, as a BCP 47 tag. */
  textLanguage: string;
  /** Where the site is mounted, with a `/` at both ends. */
  base: string;
}

/**
 * Shows what became of the recorded statements: a note where words were edited, split or merged, an empty
 * `span` with each id that a statement took over, and in the place of each that was removed a marker
 * with its id. What a visitor reads who came by the link of one is there as well; `:target` shows it.
 */
export function rehypeLedgerNotes({ words, textLanguage, base }: NoteOptions) {
  const { language } = words;
  const dir = directionOf(language);
  const own = { lang: language, ...(dir !== directionOf(textLanguage) && { dir }) };
  return (tree: Root, file: VFile): undefined => {
    const { alignment, entry, statements = [] } = file.data;
    if (alignment === undefined || entry === undefined) return;
    const placed = placedStatements(tree);
    const changes = lastChanges(entry);
    const partsOf = partsByPlace(alignment);
    const recorded = new Map(entry.statements.map((one) => [one.id, one]));

    for (const [n, { id }] of statements.entries()) {
      const statement = placed.get(id)?.node;
      if (statement === undefined) continue;
      const guests = alignment.former[n] ?? [];
      const before = recorded.get(id);
      const isOther = before === undefined || digestOf(before) !== alignment.digests[n];
      const change = changeNow(id, isOther, alignment) ?? changes.get(id);
      const kind = guests.length > 0 ? 'merged' : change?.kind;
      if (kind === undefined) continue;
      const parts = (partsOf.get(n) ?? []).flatMap((place) => statements[place] ?? []);
      const links = parts.map((part) => linkTo(part, textLanguage, words));
      const { on, extent } = change ?? {};
      const note = { kind, on, extent, hasGuests: guests.length > 0, parts: links };
      putAtEnd(statement, noteOf(note, words, own));
      for (const guest of guests.toReversed()) putAtStart(statement, h('span', { id: guest }));
    }

    for (const { id, after } of alignment.removed.toReversed()) {
      const neighbour = placed.get(statements[after]?.id ?? '');
      const properties = { id, dataRemoved: '', ...own };
      const { removed, to } = recorded.get(id) ?? {};
      const marker = to === undefined ? removalWords(removed, words) : movedWords(to, base, words);
      placeMarker(tree, neighbour, properties, marker);
    }
  };
}

/** The places of the other parts of each statement that was split, by its own. */
function partsByPlace({ ids, former, partOf }: Alignment): Map<number, number[]> {
  const places = new Map(
    ids.flatMap((id, n) => [id, ...(former[n] ?? [])].map((one) => [one, n] as const)),
  );
  const parts = new Map<number, number[]>();
  for (const [n, of] of partOf.entries()) {
    const place = places.get(of ?? '');
    if (place !== undefined && place !== n) parts.set(place, [...(parts.get(place) ?? []), n]);
  }
  return parts;
}

/** What was done to a statement and is not recorded yet; undefined where nothing was that a page notes. */
function changeNow(
  id: string,
  isOther: boolean,
  { outcomes, extents }: Alignment,
): Pick<Note, 'kind' | 'on' | 'extent'> | undefined {
  const outcome = outcomes.get(id);
  if (outcome === 'restored') {
    return isOther ? { kind: 'edited', on: undefined, extent: undefined } : undefined;
  }
  return outcome === 'edited' || outcome === 'split' || outcome === 'merged'
    ? { kind: outcome, on: undefined, extent: extents.get(id) }
    : undefined;
}

function placedStatements(tree: Root): Map<string, PlacedStatement> {
  const placed = new Map<string, PlacedStatement>();
  visit(tree, 'element', (node, _, parent) => {
    if (node.properties['dataStatement'] === undefined || parent === undefined) return;
    placed.set(String(node.properties['id']), { node, parent });
  });
  return placed;
}

interface Note {
  kind: LastChange['kind'];
  /** The day on which that was recorded; undefined while it is not. */
  on: Day | undefined;
  extent: Extent | undefined;
  /** Whether links to statements that were merged into it lead here. */
  hasGuests: boolean;
  /** Links to its other parts, where it was split. */
  parts: readonly Element[];
}

/** What became of the words is for everybody; what that means for a link, for those who came by it. */
function noteOf(
  { kind, on, extent, hasGuests, parts }: Note,
  words: SiteWords,
  own: Properties,
): Element {
  const { text, language } = words;
  if (kind === 'moved' || kind === 'restored') {
    const said = withDay(text.cameOn[kind], on ?? '', language);
    return h('span', { dataNote: '', ...own }, h('span.note-cited', [' ', ...said]));
  }
  const how = kind === 'edited' ? extent && text.extents[extent] : text.changed[kind];
  const isSplit = kind === 'split' || parts.length > 0;
  const cited = isSplit ? text.splitCited : text.earlierWords;
  return h('span', { dataNote: '', ...own }, [
    ' ',
    ...(on ? withDay(text.editedOn, on, language) : [text.edited]),
    how === undefined ? '' : text.inBrackets.replace('{words}', how),
    h('span.note-cited', [
      text.nextSentence.replace('{words}', cited),
      ...otherParts(parts, words),
    ]),
    hasGuests ? h('span.note-merged', text.nextSentence.replace('{words}', text.merged)) : '',
  ]);
}

function otherParts(parts: readonly Element[], { text, language }: SiteWords) {
  if (parts.length === 0) return [];
  const [before, after] = text.otherParts.split('{parts}');
  return [` ${before}`, ...listParts(language, parts), after];
}

/** A link by the first words of a statement, in their language. */
function linkTo(
  { id, text }: Pick<Statement, 'id' | 'text'>,
  textLanguage: string,
  { language }: SiteWords,
): Element {
  const ofText = { lang: textLanguage, dir: directionOf(textLanguage) };
  return h('a', { href: `#${id}`, ...(textLanguage !== language && ofText) }, firstWords(text));
}

/** @param to the statement of another release, as `release#id`. */
function movedWords(to: string, base: string, { text }: SiteWords): (Element | string)[] {
  const href = base.replace(/\/$/, '') + statementPath(to);
  return [h('a', { href }, text.movedAway), h('span.note-cited', ` ${text.cited}`)];
}

/** @param on the day since which it is recorded as removed; undefined while it is not. */
const removalWords = (on: Day | undefined, { text, language }: SiteWords) => [
  ...(on ? withDay(text.removedOn, on, language) : [text.removed]),
  h('span.note-cited', ` ${text.cited}`),
];

/** A sentence with an element in the place of `{day}`. */
function withDay(sentence: string, day: Day, language: string): (Element | string)[] {
  const [before = '', after = ''] = sentence.split('{day}');
  return [before, time(day, language), after].filter((part) => part !== '');
}

const time = (on: Day, language: string) => h('time', { dateTime: on }, formatDay(on, language));
