import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type Day, formatDay } from '../archive/day.ts';
import { digestOf } from '../archive/ledger/entry.ts';
import { lastEdits } from '../archive/ledger/history.ts';
import { placeMarker } from './removed-marker.ts';
import { type Placed, putAtEnd, putAtStart } from './statement-places.ts';

export interface NoteOptions {
  /** Of the notes, as a BCP 47 tag. */
  language: string;
}

/**
 * Tells what became of the statements that the ledger knows: a note where words were edited, an empty
 * `span` with each id that a statement took over, and in the place of each that was removed a marker
 * with its id. What a visitor reads who came by the link of one is there as well; `:target` shows it.
 */
export function rehypeLedgerNotes({ language }: NoteOptions) {
  return (tree: Root, file: VFile): undefined => {
    const { alignment, entry, statements = [] } = file.data;
    if (alignment === undefined || entry === undefined) return;
    const placed = placedStatements(tree);
    const edits = lastEdits(entry);
    const recorded = new Map(entry.statements.map((one) => [one.id, digestOf(one)]));
    const isEditedNow = (id: string, n: number) => {
      const fate = alignment.fates.get(id) ?? '';
      const isOther = recorded.get(id) !== alignment.digests[n];
      return EDITED.has(fate) || (fate === 'restored' && isOther);
    };

    for (const [n, { id }] of statements.entries()) {
      const statement = placed.get(id)?.node;
      const guests = alignment.former[n] ?? [];
      const isEdited = isEditedNow(id, n) || edits.has(id) || guests.length > 0;
      if (statement === undefined || !isEdited) continue;
      const on = isEditedNow(id, n) ? undefined : edits.get(id);
      putAtEnd(statement, editNote(on, language, guests.length > 0));
      for (const guest of guests.toReversed()) putAtStart(statement, h('span', { id: guest }));
    }

    const removedOn = new Map(entry.statements.map(({ id, removed }) => [id, removed]));
    for (const { id, after } of alignment.removed.toReversed()) {
      const neighbour = placed.get(statements[after]?.id ?? '');
      const properties = { id, dataRemoved: '', lang: language };
      placeMarker(tree, neighbour, properties, removalWords(removedOn.get(id), language));
    }
  };
}

const EDITED: ReadonlySet<string> = new Set(['edited', 'split', 'merged']);

function placedStatements(tree: Root): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  visit(tree, 'element', (node, _, parent) => {
    if (node.properties['dataStatement'] === undefined || parent === undefined) return;
    placed.set(String(node.properties['id']), { node, parent });
  });
  return placed;
}

/** @param on the day of the last recorded edit; undefined while it is not recorded. */
function editNote(on: Day | undefined, language: string, hasGuests: boolean): Element {
  return h('span', { dataNote: '', lang: language }, [
    on ? ' edited on ' : ' edited',
    on ? time(on, language) : '',
    h('span.note-cited', '. The link to it may cite its earlier words.'),
    hasGuests
      ? h('span.note-merged', '. The statement that the link cites was merged into this one.')
      : '',
  ]);
}

/** @param on the day since which it is recorded as removed; undefined while it is not. */
function removalWords(on: Day | undefined, language: string) {
  return [
    ...(on
      ? ['A statement that stood here was removed on ', time(on, language), '.']
      : ['A statement that stood here has been removed.']),
    h('span.note-cited', ' It is the one that the link cites.'),
  ];
}

const time = (on: Day, language: string) => h('time', { dateTime: on }, formatDay(on, language));
