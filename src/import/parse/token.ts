import type { FoundContact } from './find-contacts.ts';
import type { FoundDate } from './find-date.ts';
import type { ReleaseLine } from './release-line.ts';
import type { Unit } from './units.ts';

/** A part of a release's head or foot, with its place in its unit. */
export type Token = { unit: number; start: number; end: number; text: string } & (
  | { kind: 'furniture' | 'text' }
  | { kind: 'date'; date: FoundDate; isLabelled: boolean }
  | { kind: 'release'; line: ReleaseLine }
  | { kind: 'contact'; contacts: FoundContact[] }
);

/** Tokens that begin at one place, and where the reading goes on. */
export interface Anchor {
  tokens: Token[];
  end: number;
  /** The unit to go on with, where it took in more than one. */
  next?: number;
}

/** A unit that is being read. */
export interface Reading {
  units: readonly Unit[];
  /** Its index, and as much of its text as is read. */
  n: number;
  text: string;
  /** All days in that text. */
  dates: readonly FoundDate[];
  /** The last unit that a contact block may take in. */
  last: number;
}
