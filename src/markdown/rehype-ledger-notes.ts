import type { Element, Properties, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type Day, formatDay } from '../archive/day.ts';
import { digestOf } from '../archive/ledger/entry.ts';
import { lastEdits } from '../archive/ledger/history.ts';
import { directionOf } from '../words/direction.ts';
import type { SiteWords } from '../words/words.ts';
import { placeMarker } from './removed-marker.ts';
import { type PlacedStatement, putAtEnd, putAtStart } from './statement-places.ts';

export interface NoteOptions {
  words: SiteWords;
  /** Of the release's text, as a BCP 47 tag. */
  textLanguage: string;
}

/**
 * Shows what became of the recorded statements: a note where words were edited, an empty
 * `span` with each id that a statement took over, and in the place of each that was removed a marker
 * with its id. What a visitor reads who came by the link of one is there as well; `:target` shows it.
 */
export function rehypeLedgerNotes({ words, textLanguage }: NoteOptions) {
  const { language } = words;
  const dir = directionOf(language);
  const own = { lang: language, ...(dir !== directionOf(textLanguage) && { dir }) };
  return (tree: Root, file: VFile): undefined => {
    const { alignment, entry, statements = [] } = file.data;
    if (alignment === undefined || entry === undefined) return;
    const placed = placedStatements(tree);
    const edits = lastEdits(entry);
    const recorded = new Map(entry.statements.map((one) => [one.id, digestOf(one)]));
    const isEditedNow = (id: string, n: number) => {
      const outcome = alignment.outcomes.get(id) ?? '';
      const isOther = recorded.get(id) !== alignment.digests[n];
      return EDITED.has(outcome) || (outcome === 'restored' && isOther);
    };

    for (const [n, { id }] of statements.entries()) {
      const statement = placed.get(id)?.node;
      const guests = alignment.former[n] ?? [];
      const isEdited = isEditedNow(id, n) || edits.has(id) || guests.length > 0;
      if (statement === undefined || !isEdited) continue;
      const on = isEditedNow(id, n) ? undefined : edits.get(id);
      putAtEnd(statement, editNote(on, words, own, guests.length > 0));
      for (const guest of guests.toReversed()) putAtStart(statement, h('span', { id: guest }));
    }

    const removedOn = new Map(entry.statements.map(({ id, removed }) => [id, removed]));
    for (const { id, after } of alignment.removed.toReversed()) {
      const neighbour = placed.get(statements[after]?.id ?? '');
      const properties = { id, dataRemoved: '', ...own };
      placeMarker(tree, neighbour, properties, removalWords(removedOn.get(id), words));
    }
  };
}

const EDITED: ReadonlySet<string> = new Set(['edited', 'split', 'merged']);

function placedStatements(tree: Root): Map<string, PlacedStatement> {
  const placed = new Map<string, PlacedStatement>();
  visit(tree, 'element', (node, _, parent) => {
    if (node.properties['dataStatement'] === undefined || parent === undefined) return;
    placed.set(String(node.properties['id']), { node, parent });
  });
  return placed;
}

/** @param on the day of the last recorded edit; undefined while it is not recorded. */
function editNote(
  on: Day | undefined,
  { text, language }: SiteWords,
  own: Properties,
  hasGuests: boolean,
): Element {
  return h('span', { dataNote: '', ...own }, [
    ' ',
    ...(on ? withDay(text.editedOn, on, language) : [text.edited]),
    h('span.note-cited', `. ${text.earlierWords}`),
    hasGuests ? h('span.note-merged', `. ${text.merged}`) : '',
  ]);
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
