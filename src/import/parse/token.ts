import type { FoundContact } from './find-contacts.ts';
import type { FoundDate } from './find-date.ts';
import type { ReleaseLine } from './release-line.ts';

/** A part of a release's head, with its place in its unit. */
export type Token = { unit: number; start: number; end: number; text: string } & (
  | { kind: 'furniture' | 'text' }
  | { kind: 'date'; date: FoundDate; isLabelled: boolean }
  | { kind: 'release'; line: ReleaseLine }
  | { kind: 'contact'; contacts: FoundContact[] }
);
