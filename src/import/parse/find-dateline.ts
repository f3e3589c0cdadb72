import { findDates, type FoundDate } from './find-date.ts';
import { collapse, isCapitals, isTitleCase, shareOfSmall, wordsIn } from './text-shape.ts';

/** The place (and day) that stand before the first words of a story. Places are offsets. */
export interface FoundDateline {
  /** As printed, white space made one space: `WASHINGTON, D.C.` */
  place: string;
  start: number;
  placeEnd: number;
  /** Where the story's own words begin. */
  end: number;
  /** The day that stands with the place, as in `WASHINGTON (Dec. 21, 2005) –`. */
  date: FoundDate | undefined;
  confidence: number;
}

/**
 * A dash as printed, as Windows-1252 read for Latin-1 or UTF-8 read for it, or as a lost sign. Each
 * alternative takes what no other can: dashes stand in a row, and a row must be read in one way alone.
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
const UPPER = "[A-Z][A-Z.'’-]*(?:c[A-Z]+)?";
const TITLE = "(?:[A-Z][\\p{L}'’-]+|St\\.|Ft\\.|Mt\\.|d['’][A-Z][a-z]+|du|de|la|of|Los|Las)";
const PLACES = [
  // WASHINGTON, D.C.; Washington DC; WASHINGTON, DC and BOSTON
  `(?:WASHINGTON|Washington)(?:${SPACE}*(?:,${SPACE}*)?(?:D\\.?${SPACE}{0,2}C\\b\\.?|DC(?=[A-Z])))?`,
  // LITTLE ROCK, Ark.; NEW YORK; CRANSTON  RI
  `${UPPER}(?:${SPACE}{1,2}${UPPER}){0,3}(?:${SPACE}*,${SPACE}*${STATE}|${SPACE}{1,2}${STATE})?`,
  // Sioux Falls, S.D.; Boise
  `${TITLE}(?: ${TITLE}){0,3}(?:(?:${SPACE}*,${SPACE}*|${SPACE}{2,3})${STATE})?`,
];
const MORE_PLACES = `(?:(?:${SPACE}*(?:and|&|/|;)${SPACE}*)(?:${PLACES[0]}|${PLACES[1]}))?`;
/** What may stand between the place and the dash: a day, in brackets or behind a comma. */
const BESIDE = `(?:${SPACE}*(?:,${SPACE}*)?\\([^()]{3,40}\\)|${SPACE}*(?:[,.]${SPACE}*)?(?:\\p{L}{3,9},?${SPACE}*)?\\p{L}{3,9}\\.?${SPACE}+\\d{1,2}(?:st|nd|rd|th)?,?(?:${SPACE}+\\d{4})?)?`;
/** How a story begins. */
const STORY = '(?=["“”‘’\'(\\[]?[\\p{Lu}\\d$]|[“"‘]\\p{L}|â\u0080|€|\\p{Lu}|today\\b|in\\b)';

const FORMS = PLACES.map((place, n) => ({
  isNamed: n === 0,
  isUpper: n < 2,
  withDash: new RegExp(
    `^(?<open>[([]?)(?<place>${place}${n === 2 ? '' : MORE_PLACES})[)\\]]?(?<beside>${BESIDE})${SPACE}*(?:,${SPACE}*)?(?:${DASH}${SPACE}*)+${STORY}`,
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

/** Where the sign between place and story was lost without a trace: `BANGOR  MESenator Susan …`. */
const STUCK = new RegExp(
  `^(?<place>${UPPER}(?:${SPACE}{1,2}${UPPER}){0,2}?${SPACE}{1,2}[A-Z]{2})(?<beside>)(?=[A-Z][a-z]+ )`,
  'u',
);

const PERSON =
  /^(?:U\.?\s*S\.?\s|United States|Sen(?:ator|s|\.)|Congress|Rep(?:resentative|s|\.)|Today\b|Assembly|Governor|Mayor|Following|The\b|In\b)/;
const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Press|News|Releases?|Latest|Filter|Browse|SEN(?:ATOR|S)?|REP|U|S|US|CONTACT|PRESS|NEWS|MEDIA|FOR|IMMEDIATE|RELEASE|STATEMENT|REMARKS|NOTE|UPDATE|WHO|WHAT|WHEN|WHERE|WHY|DATE|TIME|PHOTO|VIDEO|AUDIO|EDITOR|Contact|Senator|Sen|Statement|Remarks|Note|Today|Date|The|This|Democrats|Republicans|Q|A|I|TO|FROM|RE|Subject|To|From)\b/;

export interface Surroundings {
  /** Whether the text has lost its punctuation: then spaces stand for the dash. */
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
    const found = readMatch(match, text, start, {
      ...form,
      hasDash: dashed !== null,
      isLost,
      isApart,
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Kind {
  isNamed: boolean;
  isUpper: boolean;
  hasDash: boolean;
  isLost: boolean;
  isApart: boolean;
}

function readMatch(
  match: RegExpExecArray,
  text: string,
  start: number,
  { isNamed, isUpper, hasDash, isLost, isApart }: Kind,
): FoundDateline | undefined {
  const { place: printed = '', beside = '', open = '' } = match.groups ?? {};
  if (
    /^(?!Â)\p{L}/u.test(match[0].slice(open.length + printed.length)) &&
    !STUCK.test(match.input)
  ) {
    return undefined; // half a word
  }
  const place = collapse(printed.replaceAll('Â', ' '));
  const words = wordsIn(place);
  if (
    !/\p{L}{3}/u.test(place) ||
    NO_PLACE.test(place) ||
    STATE_ALONE.test(place) ||
    words.length > 7 ||
    words.length === 0
  )
    return undefined;
  if (beside.trim() !== '' && !/\d/.test(beside)) return undefined;
  const end = start + match[0].length;
  const story = text.slice(end, end + 400);
  const hasState = WITH_STATE.test(place);
  if (!isStory(story)) return undefined;
  // Within a headline's line only what no headline has: a known place, or capitals among small letters.
  const before = text.slice(0, start);
  const isHeadline = isTitleCase(before) || shareOfSmall(before) <= 0.35;
  if (!isApart && !isHeadline && !((hasDash || isLost) && (isNamed || isCapitals(place))))
    return undefined;
  const isLoud = isCapitals(place) && !isCapitals(text.slice(Math.max(0, start - 60), start));
  if (
    !isApart &&
    !isNamed &&
    !(isLoud && (hasState || hasDash)) &&
    !(hasState && hasDash && isOnePlace(words))
  )
    return undefined;
  let confidence = 0.97;
  const dash = match[0].slice(open.length + printed.length + beside.length);
  if (!hasDash) {
    // Two spaces may stand for a dash that was lost; then the place must be one beyond doubt.
    const isSpaced = /\s\s$|\n$/.test(match[0]);
    const isBracketed = open !== '' && hasState;
    const isBare =
      isLost && /\d{4}\s*$/.test(before) && words.length <= 2 && /\s{3}$/.test(match[0]);
    if (isBare && !isNamed && !hasState && !isBracketed) return { ...at(), confidence: 0.75 };
    if (!isNamed && !isBracketed && !(hasState && (isLost || isCapitals(place)))) return undefined;
    if (!isNamed && !isBracketed && !PERSON.test(story) && !isLost) return undefined;
    if (
      !isSpaced &&
      !isBracketed &&
      open === '' &&
      !PERSON.test(story) &&
      !((isCapitals(place) || hasState) && isApart)
    )
      return undefined;
    confidence = 0.9;
  } else if (!isNamed && !hasState) {
    if (words.length > (isUpper ? 3 : 2) || /['’]s?\b/.test(place) || !/\s|[–—]|--/.test(dash))
      return undefined;
    confidence = isUpper ? 0.9 : 0.8;
  } else if (!isNamed && words.length > 5) return undefined;
  return { ...at(), confidence };

  function at() {
    const placeEnd = start + open.length + printed.length;
    const [date] = findDates(beside);
    const shift = placeEnd + (open === '' ? 0 : 1);
    return {
      place,
      start,
      placeEnd,
      end,
      date: date && { ...date, start: date.start + shift, end: date.end + shift },
    };
  }
}

/** Cities whose names have several words begin so; other words before a city are a headline's. */
const CITY =
  /^(?:New|San|Santa|Fort|Ft|St|Saint|South|North|East|West|Los|Las|Terre|Little|Sioux|Grand|Salt|Kansas|Oklahoma|Des|Baton|Cedar|Council|El|La|Lake|Mount|Mt|Palm|Port|Rapid|Virginia|Carson|Jefferson|Iowa|Dodge|Michigan|Bowling|Ann|College|Coeur|Twin|Idaho|Great|Green|Eau|Fond|Long|Rock|Silver|Big|Cape|Hot|Pine|High|Chapel|Rocky|Atlantic|Jersey|Niagara|Staten|Colorado|Crown|Mission|Half|Elk|Daly|Culver|Redwood|Walnut|Thousand|Huntington|Newport|Beverly)\b/u;

const isOnePlace = (words: readonly string[]) =>
  words.length <= 2 || (words.length <= 4 && CITY.test(words[0] ?? ''));

/** A story's first words: enough of them, and not in capitals or a list of figures. */
function isStory(story: string): boolean {
  if (/^(?:contacts?|date|phone|for immediate)\b/iu.test(story)) return false;
  const words = wordsIn(story.split('\n', 1)[0] ?? '');
  if (words.length < 5) return false;
  return words.slice(0, 14).some((word) => /^\p{Ll}{2,}/u.test(word));
}
