import type { Cost } from '../builds/measure.ts';

/** What is measured, in this order; each edit is another one. */
export const STEPS = [
  'cold build',
  'build, nothing changed',
  'build after one edit',
  'check after one edit',
  'first record',
  'check after the first record',
  'build after the first record',
  'record after one edit',
  'preview: first page',
  'preview: an edit',
] as const;
export type Step = (typeof STEPS)[number];

/** Whom it is measured of. */
export const CONTESTANTS = ['ours', 'before', 'hugo'] as const;
export type Contestant = (typeof CONTESTANTS)[number];

/** What a step cost. */
export interface EverydayRow {
  contestant: Contestant;
  name: string;
  step: Step;
  cost: Cost;
}
