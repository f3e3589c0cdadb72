/**
 * The months as press releases name them, with the abbreviations that are no other word: English, Spanish,
 * French, German, Portuguese, Italian and Dutch, Polish, Russian, Ukrainian, Romanian and Catalan (in days,
 * as `3 мая`), Danish, Norwegian and Swedish, Welsh, Irish and Filipino.
 */
const MONTHS = [
  'january jan enero ene janvier janv januar jänner janeiro gennaio januari stycznia января січня gener ionawr eanáir ianuarie',
  'february feb febrero février fevrier févr februar feber fevereiro febbraio februari lutego февраля лютого febrer chwefror feabhra pebrero februarie',
  'march mar marzo mars märz maerz março marco maart marca марта березня març mawrth márta marso martie',
  'april apr abril abr avril avr aprile kwietnia апреля квітня ebrill aibreáin aprilie',
  'may mayo mai maio maggio mei maja maj мая травня maig bealtaine',
  'june jun junio juin juni junho giugno czerwca июня червня juny mehefin meitheamh hunyo iunie',
  'july jul julio juillet juil juli julho luglio lipca июля липня juliol gorffennaf iúil hulyo iulie',
  'august aug agosto août aout augustus sierpnia augusti августа серпня agost awst lúnasa',
  'september sept sep septiembre setiembre septembre setembro settembre września сентября вересня setembre medi setyembre septembrie',
  'october oct octubre octobre oktober okt outubro ottobre października октября жовтня hydref oktubre octombrie',
  'november nov noviembre novembre novembro ноября листопада tachwedd samhna nobyembre noiembrie',
  'december dec diciembre dic décembre decembre déc dezember dez dezembro dicembre grudnia desember декабря грудня desembre rhagfyr nollag disyembre decembrie',
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
  '|(?:segunda|terça|quarta|quinta|sexta)-feira' +
  '|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag' +
  '|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica' +
  '|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela' +
  '|måndag|tisdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag' +
  '|dé (?:luain|máirt|céadaoin|haoine|sathairn|domhnaigh)|déardaoin' +
  '|dydd (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)' +
  '|miyerkules|huwebes|biyernes|linggo' +
  '|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье';

/** The number of a month, from 1; undefined for another word. */
export const monthNumber = (name: string): number | undefined => NUMBERS.get(name.toLowerCase());
