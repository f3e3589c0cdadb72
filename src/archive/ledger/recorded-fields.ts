import { z } from 'zod';
import { isDay } from '../day.ts';
import { isReleaseId } from '../fields.ts';
import { STATEMENT_ID } from '../statement-id-form.ts';

/** The id of a statement, in a line that `record` writes. */
export const recordedId = () => z.string().regex(STATEMENT_ID, 'is not the id of a statement');

export const recordedDay = () => z.string().refine(isDay, 'is not a day of the calendar');

export const recordedRelease = () => z.string().refine(isReleaseId, 'is not the id of a release');
