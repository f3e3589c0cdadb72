import { findDates, type FoundDate } from './find-date.ts';
import { ALONE, FORMS, REACH, STATE_ALONE, STUCK, WITH_STATE } from './dateline-forms.ts';
import { collapse, isCapitals, isTitleCase, shareOfSmall, wordsIn } from './text-shape.ts';

/** The place (and day) before the first words of a story. Places are offsets. */
export interface FoundDateline {
  /** As printed, white space made one space: `WASHINGTON, D.C.` */
  place: string;
  start: number;
  placeEnd: number;
  /** Where the story's own words begin. */
  end: number;
  /** The day after the place, as in `WASHINGTON (Dec. 21, 2005) –`. */
  date: FoundDate | undefined;
  confidence: number;
}

const PERSON =
  /^(?:U\.?\s*S\.?\s|United States|Sen(?:ator|s|\.)|Congress|Rep(?:resentative|s|\.)|Today\b|Assembly|Governor|Mayor|Following|The\b|In\b)/;
export const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Press|News|Media|Releases?|Latest|Official|Advisory|Joint|Update|Photo|Video|ICYMI|Re|RE|MEMO|Memo|ADVISORY|Filter|Browse|Publi[ée]e?|Mis|Publicado|Publicada|Actualizado|Veröffentlicht|Aktualisiert|Stand|Pubblicato|Publicerad|Geplaatst|Posted|Published|Updated|Issued|Dated|Fecha|Datum|SEN(?:ATOR|S)?|REP|U|S|US|CONTACT|PRESS|NEWS|MEDIA|FOR|IMMEDIATE|RELEASE|STATEMENT|REMARKS|NOTE|UPDATE|WHO|WHAT|WHEN|WHERE|WHY|DATE|TIME|PHOTO|VIDEO|AUDIO|EDITOR|Contact|Senator|Sen|Statement|Remarks|Note|Today|Date|The|This|Le|La|Les|El|Am|Den|Em|On|Democrats|Republicans|Q|A|I|TO|FROM|RE|Subject|To|From)\b/;

interface Surroundings {
  /** Whether the text has lost its punctuation: then there are spaces in place of the dash. */
  isLost: boolean;
  /** Whether a line, a gap or a date ends where the dateline begins; else it follows on words. */
  isApart: boolean;
}

/** The dateline that begins at `start`, if there is one. */
export function datelineAt(
  text: string,
  start: number,
  { isLost, isApart }: Surroundings,
): FoundDateline | undefined {
  const rest = text.slice(start, start + REACH);
  for (const form of FORMS) {
    const dashed = form.withDash.exec(rest);
    const dated = dashed === null && isApart && !isLost ? form.dated.exec(rest) : null;
    const match =
      dashed ??
      dated ??
      (form.isUpper && isApart ? form.withColon.exec(rest) : null) ??
      (form.isUpper || (isLost && isApart) ? form.bare.exec(rest) : null) ??
      (form.isUpper && isLost && isApart ? STUCK.exec(rest) : null) ??
      (isApart ? form.bracketed.exec(rest) : null) ??
      (form.isNamed ? form.glued.exec(rest) : null);
    if (match === null) continue;
    const { isNamed, isUpper } = form;
    const kind = {
      isNamed,
      isUpper,
      hasDash: dashed !== null,
      isDated: match === dated,
      isLost,
      isApart,
    };
    const found = readMatch(match, text, start, kind);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Kind extends Surroundings {
  /** Whether its place is known: Washington. */
  isNamed: boolean;
  isUpper: boolean;
  hasDash: boolean;
  /** Whether a day is beside the place, and no dash. */
  isDated: boolean;
}

/** What one of the forms matched, and the text around it. */
interface Candidate extends Kind {
  place: string;
  words: string[];
  hasState: boolean;
  /** The bracket before the place, or nothing. */
  open: string;
  beside: string;
  /** The rest of the match, with the dash if there is one. */
  dash: string;
  matched: string;
  before: string;
  story: string;
}

function readMatch(
  match: RegExpExecArray,
  text: string,
  start: number,
  kind: Kind,
): FoundDateline | undefined {
  const { place: printed = '', beside = '', open = '' } = match.groups ?? {};
  const isHalfWord = /^(?!Â)\p{L}/u.test(match[0].slice(open.length + printed.length));
  if (isHalfWord && !STUCK.test(match.input)) return undefined;
  const place = collapse(printed.replaceAll('Â', ' '));
  const end = start + match[0].length;
  const candidate: Candidate = {
    ...kind,
    place,
    words: wordsIn(place),
    hasState: WITH_STATE.test(place),
    open,
    beside,
    dash: match[0].slice(open.length + printed.length + beside.length),
    matched: match[0],
    before: text.slice(0, start),
    story: text.slice(end, end + 400),
  };
  if (!isPlace(candidate) || !readsAsStory(candidate.story) || !canBeHere(candidate))
    return undefined;
  const confidence = confidenceIn(candidate);
  if (confidence === undefined) return undefined;
  const placeEnd = start + open.length + printed.length;
  const [date] = findDates(withoutDash(beside));
  const shift = placeEnd + (open === '' ? 0 : 1);
  return {
    place,
    start,
    placeEnd,
    end,
    date: date && { ...date, start: date.start + shift, end: date.end + shift },
    confidence,
  };
}

const MAX_DATED = 3; // words of a place before its day
function confidenceIn(candidate: Candidate): number | undefined {
  const { hasDash, isDated, beside, place, words } = candidate;
  if (hasDash) return confidenceWithDash(candidate);
  if (!isDated) return confidenceWithoutDash(candidate);
  const isShort = words.length <= MAX_DATED + (place.includes(',') ? 2 : 0);
  return isShort && findDates(withoutDash(beside)).length === 1 ? 0.9 : undefined;
}

/** `-June 26, 2025` with a space in place of its dash. */
const withoutDash = (beside: string) =>
  beside.replace(/^[\s–—-]+/u, (dash) => ' '.repeat(dash.length));

/** Whether the words can be a place, and what is between place and dash a day. */
const isPlace = ({ place, words, beside }: Candidate) =>
  /\p{L}{3}|\p{Lo}{2}/u.test(place) &&
  !NO_PLACE.test(place) &&
  !STATE_ALONE.test(place) &&
  words.length >= 1 &&
  words.length <= 7 &&
  (beside.trim() === '' || /\d/.test(beside) || ONLY_WIRE.test(beside));
const ONLY_WIRE = /^\s*(?:\/[^/]+\/|\((?:[A-Z ]+WIRE|ots[^()]*)\))$/u;

/**
 * Whether a dateline can be at this place. Within the line of a headline it must be what no headline has:
 * a known place, or capitals among small letters.
 */
function canBeHere(candidate: Candidate): boolean {
  const { isApart, isNamed, isLost, hasDash, hasState, place, words, before } = candidate;
  if (isApart) return true;
  const isAfterHeadline = isTitleCase(before) || shareOfSmall(before) <= 0.35;
  const isSure = (hasDash || isLost) && (isNamed || isCapitals(place));
  const isLoud = isCapitals(place) && !isCapitals(before.slice(-60));
  return (
    (isAfterHeadline || isSure) &&
    (isNamed || (isLoud && (hasState || hasDash)) || (hasState && hasDash && isOnePlace(words)))
  );
}

function confidenceWithDash(candidate: Candidate): number | undefined {
  const { isNamed, isUpper, hasState, place, words, dash } = candidate;
  if (isNamed) return 0.97;
  if (hasState) return words.length > 5 ? undefined : 0.97;
  const isLong = words.length > (isUpper ? 3 : place.includes(',') ? 5 : 2);
  if (isLong || /['’]s?\b/.test(place) || !/\s|[–—]|--/.test(dash)) return undefined;
  return isUpper ? 0.9 : 0.8;
}

/** Two spaces may be what is left of a dash; then the place must be one beyond doubt. */
function confidenceWithoutDash(candidate: Candidate): number | undefined {
  const { isNamed, isLost, isApart, hasState, place, words, open, matched, before, story } =
    candidate;
  const isBracketed = open !== '' && hasState;
  const isKnown = isNamed || isBracketed;
  const isBare = isLost && /\d{4}\s*$/.test(before) && words.length <= 2 && /\s{3}$/.test(matched);
  if (isBare && !isKnown && !hasState) return 0.75;
  const beginsWithPerson = PERSON.test(story);
  const isCertain = hasState && (isLost || isCapitals(place)) && (beginsWithPerson || isLost);
  const hasColon = isApart && hasState && /:\s+$/.test(matched);
  if (hasColon) return 0.9;
  if (!isKnown && !isCertain) return undefined;
  const isSpaced = /\s\s$|\n$/.test(matched);
  const isAlone = isApart && (isCapitals(place) || hasState);
  return isSpaced || open !== '' || beginsWithPerson || isAlone ? 0.9 : undefined;
}

/**
 * The place that is the whole of a line, above a line that goes on after a comma or with a state or a day
 * above it.
 */
export function placeAlone(line: string, below: string): FoundDateline | undefined {
  const match = ALONE.exec(line.slice(0, REACH));
  const { place: printed = '', beside = '' } = match?.groups ?? {};
  if (match === null || NO_PLACE.test(printed) || STATE_ALONE.test(printed)) return undefined;
  const [date] = findDates(withoutDash(beside));
  const place = collapse(printed);
  const isNamed = WITH_STATE.test(place) || (date !== undefined && wordsIn(place).length <= 2);
  const goesOn = /^[,:–—-]/u.test(below) || /,$/u.test(line) || date !== undefined;
  if (!isNamed || !goesOn) return undefined;
  const shift = printed.length;
  return {
    place,
    start: 0,
    placeEnd: printed.length,
    end: line.length,
    date: date && { ...date, start: date.start + shift, end: date.end + shift },
    confidence: 0.85,
  };
}

/** The first words of city names with several words; other words before a city are a headline's. */
const CITY =
  /^(?:New|San|Santa|Fort|Ft|St|Saint|South|North|East|West|Los|Las|Terre|Little|Sioux|Grand|Salt|Kansas|Oklahoma|Des|Baton|Cedar|Council|El|La|Lake|Mount|Mt|Palm|Port|Rapid|Virginia|Carson|Jefferson|Iowa|Dodge|Michigan|Bowling|Ann|College|Coeur|Twin|Idaho|Great|Green|Eau|Fond|Long|Rock|Silver|Big|Cape|Hot|Pine|High|Chapel|Rocky|Atlantic|Jersey|Niagara|Staten|Colorado|Crown|Mission|Half|Elk|Daly|Culver|Redwood|Walnut|Thousand|Huntington|Newport|Beverly)\b/u;

const isOnePlace = (words: readonly string[]) =>
  words.length <= 2 || (words.length <= 4 && CITY.test(words[0] ?? ''));

/** A story's first words: enough of them, and not in capitals or a list of figures. */
export function readsAsStory(story: string): boolean {
  if (/^(?:contacts?|date|phone|for immediate)\b/iu.test(story)) return false;
  const words = wordsIn(story.split('\n', 1)[0] ?? '');
  if (/^[\p{Lo}\p{P}\s\d]{10}/u.test(story)) return true;
  if (words.length < 5) return false;
  return words.slice(0, 14).some((word) => /^\p{Ll}{2,}/u.test(word));
}
