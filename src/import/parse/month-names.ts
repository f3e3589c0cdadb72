/**
 * The months as press releases name them, with the abbreviations that are no other word: English, Spanish,
 * French, German, Portuguese, Italian and Dutch.
 */
const MONTHS = [
  'january jan enero ene janvier janv januar jänner janeiro gennaio januari',
  'february feb febrero février fevrier févr februar feber fevereiro febbraio februari',
  'march mar marzo mars märz maerz março marco maart',
  'april apr abril abr avril avr aprile',
  'may mayo mai maio maggio mei',
  'june jun junio juin juni junho giugno',
  'july jul julio juillet juil juli julho luglio',
  'august aug agosto août aout augustus',
  'september sept sep septiembre setiembre septembre setembro settembre',
  'october oct octubre octobre oktober okt outubro ottobre',
  'november nov noviembre novembre novembro',
  'december dec diciembre dic décembre decembre déc dezember dez dezembro dicembre',
].map((names) => names.split(' '));

const NUMBERS = new Map(MONTHS.flatMap((names, n) => names.map((name) => [name, n + 1] as const)));
const LONGEST_FIRST = [...NUMBERS.keys()].sort((a, b) => b.length - a.length);

/** A pattern for the name of a month, to be matched without regard to case. */
export const MONTH = LONGEST_FIRST.join('|');

/** A pattern for the day of the week, in the same languages. */
export const WEEKDAY =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs)?|fri|sat|sun' +
  '|lunes|martes|miércoles|jueves|viernes|sábado|domingo' +
  '|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche' +
  '|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag' +
  '|(?:segunda|terça|quarta|quinta|sexta)-feira';

/** The number of a month, from 1; undefined for another word. */
export const monthNumber = (name: string): number | undefined => NUMBERS.get(name.toLowerCase());
