import { stemmer } from '@orama/stemmers/french';
import { formsByStem } from './forms-by-stem.ts';

export const frenchForms = formsByStem(stemmer);
