import { findDates, type FoundDate } from './find-date.ts';
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

/**
 * A dash as printed, in a wrong encoding (Windows-1252 or UTF-8), or in place of a lost character. No two
 * alternatives match the same text, so that there is one way to match a row of dashes.
 */
const DASH =
  '(?:[-–—―−_\u0096\u0097]|â(?:\u0080[\u0090-\u0095]|€[“”]|(?<=[\\s.]â)(?=\\s))|&[mn]dash;|/{2}|\\?(?=\\s)|\\.{3})';
const SPACE = '[\\s\u00a0Â\u200b]';
const STATES =
  'Ala(?:bama)?|Alaska|Ariz(?:ona)?|Ark(?:ansas)?|Calif(?:ornia)?|Colo(?:rado)?|Conn(?:ecticut)?|Del(?:aware)?|Fla|Florida|Georgia|Ga|Hawaii|Idaho|Ill(?:inois)?|Ind(?:iana)?|Iowa|Kan(?:sas)?|Ky|Kentucky|La|Louisiana|Maine|Md|Maryland|Mass(?:achusetts)?|Mich(?:igan)?|Minn(?:esota)?|Miss(?:issippi)?|Mo|Missouri|Mont(?:ana)?|Neb(?:r|raska)?|Nev(?:ada)?|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Okla(?:homa)?|Ore(?:gon)?|Pa|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tenn(?:essee)?|Tex(?:as)?|Utah|Vt|Vermont|Va|Virginia|Wash|West Virginia|Wis(?:c|consin)?|Wyo(?:ming)?|D\\.?[ ]{0,2}C|[A-Z]\\.[ ]?[A-Z]|[A-Z] {1,2}[A-Z]|W\\.? ?Va|A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|PR|GU|VI';
const STATE = `(?:${STATES})\\b\\.?`;
const STATE_ALONE = new RegExp(`^${STATE}$`, 'u');
const WITH_STATE = new RegExp(`(?:,\\s*|\\s)${STATE}$`, 'u');
/** One word of a place: `SAN`, `St.`, `Coeur`, `O’FALLON`. */
/** Capitals, without the one that stands for a space in a wrong encoding. */
const CAPITALS = 'A-ZÀÁÃ-ÖØ-ÞĐƠƯ';
const UPPER = `[${CAPITALS}][${CAPITALS}.'’-]*(?:c[A-Z]+)?`;
const TITLE = `(?:[${CAPITALS}][\\p{L}\\p{M}'’-]+|St\\.|Ft\\.|Mt\\.|d['’][A-Z][a-z]+|du|de|la|of|Los|Las)`;
const PLACES = [
  // WASHINGTON, D.C.; Washington DC; WASHINGTON, DC and BOSTON
  `(?:WASHINGTON|Washington)(?:${SPACE}*(?:,${SPACE}*)?(?:D\\.?${SPACE}{0,2}C\\b\\.?|DC(?=[A-Z])))?`,
  // LITTLE ROCK, Ark.; NEW YORK; CRANSTON  RI
  `${UPPER}(?:${SPACE}{1,2}${UPPER}){0,3}(?:${SPACE}*,${SPACE}*${STATE}|${SPACE}{1,2}${STATE})?`,
  // Sioux Falls, S.D.; Boise
  `${TITLE}(?: ${TITLE}){0,3}(?:(?:${SPACE}*,${SPACE}*|${SPACE}{2,3})${STATE}|,${SPACE}${TITLE}(?: ${TITLE})?)?`,
  // 沙加緬度; 서울
  '[\\p{Script=Han}\\p{Script=Hangul}]{2,8}',
];
/** A place ends where its word does. */
const END = '(?<!-)(?![\\p{Ll}\\p{M}])';
const MORE_PLACES = `(?:(?:${SPACE}*(?:and|y|et|und|&|/|;)${SPACE}*)(?:${PLACES[0]}|${PLACES[1]}))?`;
/** A day between the place and the dash, in brackets or after a comma. */
const BESIDE = `(?:${SPACE}*(?:,${SPACE}*)?\\([^()]{3,40}\\)|${SPACE}*(?:[,.]${SPACE}*|[-–—]${SPACE}*)?(?:\\p{L}{3,9}(?:,${SPACE}*|${SPACE}+))?\\p{L}{3,9}\\.?${SPACE}+\\d{1,2}(?:st|nd|rd|th)?,?(?:${SPACE}+\\d{4})?|${SPACE}*(?:,${SPACE}*)?(?:(?:den|le|am|el|a|em|ngày)${SPACE}+)?\\d{1,2}(?:st|nd|rd|th|er|\\.)?${SPACE}+(?:de${SPACE}+|of${SPACE}+)?(?:\\p{L}{3,10}\\.?|tháng${SPACE}+\\d{1,2}),?${SPACE}+(?:del?${SPACE}+|năm${SPACE}+)?\\d{4}|${SPACE}*[,，]?${SPACE}*\\d{4}年\\d{1,2}月\\d{1,2}日)?`;
/** How a story begins. */
const STORY =
  '(?=["“”‘’\'(\\[]?[\\p{Lu}\\p{Lo}\\d$]|[“"‘]\\p{L}|[«„「『]|â\u0080|€|\\p{Lu}|today\\b|in\\b)';

const FORMS = PLACES.map((place, n) => ({
  isNamed: n === 0,
  isUpper: n < 2,
  withDash: new RegExp(
    `^(?<open>[([]?)(?<place>${place}${n >= 2 ? '' : MORE_PLACES})${END}[)\\]]?(?<beside>${BESIDE})${SPACE}*(?:,${SPACE}*)?(?:${DASH}${SPACE}*)+${STORY}`,
    'u',
  ),
  withColon: new RegExp(`^(?<place>${place})(?<beside>${BESIDE})${SPACE}*:${SPACE}+${STORY}`, 'u'),
  bare: new RegExp(
    `^(?<open>[([]?)(?<place>${place})[)\\]]?(?<beside>${BESIDE})[,.]?(?:${SPACE}{2,}|\\n)${STORY}`,
    'u',
  ),
  glued: new RegExp(`^(?<place>${place})(?<beside>)${SPACE}?${STORY}`, 'u'),
  bracketed: new RegExp(`^(?<open>[([])(?<place>${place})[)\\]](?<beside>)${SPACE}*${STORY}`, 'u'),
}));

/** Where nothing is left of the dash between place and story: `BANGOR  MESenator Susan …`. */
const STUCK = new RegExp(
  `^(?<place>${UPPER}(?:${SPACE}{1,2}${UPPER}){0,2}?${SPACE}{1,2}[A-Z]{2})(?<beside>)(?=[A-Z][a-z]+ )`,
  'u',
);

const PERSON =
  /^(?:U\.?\s*S\.?\s|United States|Sen(?:ator|s|\.)|Congress|Rep(?:resentative|s|\.)|Today\b|Assembly|Governor|Mayor|Following|The\b|In\b)/;
const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Press|News|Media|Releases?|Latest|Official|Advisory|Joint|Update|Photo|Video|ICYMI|Re|RE|MEMO|Memo|ADVISORY|Filter|Browse|SEN(?:ATOR|S)?|REP|U|S|US|CONTACT|PRESS|NEWS|MEDIA|FOR|IMMEDIATE|RELEASE|STATEMENT|REMARKS|NOTE|UPDATE|WHO|WHAT|WHEN|WHERE|WHY|DATE|TIME|PHOTO|VIDEO|AUDIO|EDITOR|Contact|Senator|Sen|Statement|Remarks|Note|Today|Date|The|This|Le|La|Les|El|Am|Den|Em|On|Democrats|Republicans|Q|A|I|TO|FROM|RE|Subject|To|From)\b/;

interface Surroundings {
  /** Whether the text has lost its punctuation: then there are spaces in place of the dash. */
  isLost: boolean;
  /** Whether a line, a gap or a date ends where the dateline begins; else it follows on words. */
  isApart: boolean;
}

/** Characters that a dateline may have, and with it the patterns of its forms to read. */
const REACH = 160;

/** The dateline that begins at `start`, if there is one. */
export function datelineAt(
  text: string,
  start: number,
  { isLost, isApart }: Surroundings,
): FoundDateline | undefined {
  const rest = text.slice(start, start + REACH);
  for (const form of FORMS) {
    const dashed = form.withDash.exec(rest);
    const match =
      dashed ??
      (form.isUpper && isApart ? form.withColon.exec(rest) : null) ??
      (form.isUpper || (isLost && isApart) ? form.bare.exec(rest) : null) ??
      (form.isUpper && isLost && isApart ? STUCK.exec(rest) : null) ??
      (isApart ? form.bracketed.exec(rest) : null) ??
      (form.isNamed ? form.glued.exec(rest) : null);
    if (match === null) continue;
    const { isNamed, isUpper } = form;
    const kind = { isNamed, isUpper, hasDash: dashed !== null, isLost, isApart };
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
  if (!isPlace(candidate) || !isStory(candidate.story) || !canBeHere(candidate)) return undefined;
  const confidence = kind.hasDash
    ? confidenceWithDash(candidate)
    : confidenceWithoutDash(candidate);
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
  (beside.trim() === '' || /\d/.test(beside));

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
  if (!isKnown && !isCertain) return undefined;
  const isSpaced = /\s\s$|\n$/.test(matched);
  const isAlone = isApart && (isCapitals(place) || hasState);
  return isSpaced || open !== '' || beginsWithPerson || isAlone ? 0.9 : undefined;
}

/** Where a dateline can be alone on its line: `Miami, Florida` above `, the mayor said`. */
const ALONE = new RegExp(
  // eslint-disable-next-line regexp/no-super-linear-backtracking -- sees REACH characters alone
  `^\\(?(?<place>(?:${PLACES[1]}|${PLACES[2]}))(?![\\p{L}\\p{M}-])(?<beside>${BESIDE})\\)?${SPACE}*,?$`,
  'u',
);

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
function isStory(story: string): boolean {
  if (/^(?:contacts?|date|phone|for immediate)\b/iu.test(story)) return false;
  const words = wordsIn(story.split('\n', 1)[0] ?? '');
  if (/^[\p{Lo}\p{P}\s\d]{10}/u.test(story)) return true;
  if (words.length < 5) return false;
  return words.slice(0, 14).some((word) => /^\p{Ll}{2,}/u.test(word));
}
