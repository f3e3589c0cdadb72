import { stemmer } from '@orama/stemmers/spanish';
import { formsByStem } from './forms-by-stem.ts';

export const spanishForms = formsByStem(stemmer);
