/* How datelines are printed, as patterns. `find-dateline.ts` decides whether what they match is one. */

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
/** A state and nothing else, which is no place of issue. */
export const STATE_ALONE = new RegExp(`^${STATE}$`, 'u');
/** A place that ends with its state. */
export const WITH_STATE = new RegExp(`(?:,\\s*|\\s)${STATE}$`, 'u');
/** Capitals, without the one that stands for a space in a wrong encoding. */
const CAPITALS = 'A-ZÀÁÃ-ÖØ-ÞĐƠƯ';
/** One word of a place: `SAN`, `O’FALLON`; then `St.`, `Coeur`. */
const UPPER = `[${CAPITALS}][${CAPITALS}.'’-]*(?:c[A-Z]+)?`;
const TITLE = `(?:[${CAPITALS}][\\p{L}\\p{M}'’-]+|St\\.|Ft\\.|Mt\\.|d['’][A-Z][a-z]+|du|de|la|of|Los|Las)`;
/** The province after a place: `GATINEAU (Québec)`. */
const REGION = `(?:${SPACE}{1,2}\\((?![A-Z ]+WIRE\\))\\p{Lu}[\\p{L}\\p{M}. ’'-]{1,30}\\))?`;
const PLACES = [
  // WASHINGTON, D.C.; Washington DC; WASHINGTON, DC and BOSTON
  `(?:WASHINGTON|Washington)(?:${SPACE}*(?:,${SPACE}*)?(?:D\\.?${SPACE}{0,2}C\\b\\.?|DC(?=[A-Z])))?`,
  // LITTLE ROCK, Ark.; NEW YORK; CRANSTON  RI
  `${UPPER}(?:${SPACE}{1,2}${UPPER}){0,3}(?:${SPACE}*,${SPACE}*${STATE}|${SPACE}{1,2}${STATE})?${REGION}`,
  // Sioux Falls, S.D.; Boise
  `${TITLE}(?: ${TITLE}){0,3}(?:(?:${SPACE}*,${SPACE}*|${SPACE}{2,3})${STATE}|,${SPACE}${TITLE}(?: ${TITLE})?\\.?)?${REGION}`,
  // 沙加緬度; 서울
  '[\\p{Script=Han}\\p{Script=Hangul}]{2,8}',
];
/** A place ends where its word does. */
const END = '(?<!-)(?![\\p{Ll}\\p{M}])';
const MORE_PLACES = `(?:(?:${SPACE}*(?:and|y|et|und|&|/|;)${SPACE}*)(?:${PLACES[0]}|${PLACES[1]}))?`;
/** What a news wire puts between the day and the dash: `/SampleWire/`, `(SAMPLE WIRE)`, `(ots)`. */
const WIRE = `(?:${SPACE}*(?:/[\\p{L} -]{3,30}/|\\([A-Z][A-Z ]{1,24}WIRE\\)|\\(ots(?:/[\\p{L} ]{2,30})?\\)))?`;
/** A day between the place and the dash, in brackets or after a comma. */
const BESIDE = `(?:${SPACE}*(?:,${SPACE}*)?\\([^()]{3,40}\\)|${SPACE}*(?:[,.]${SPACE}*|[-–—]${SPACE}*)?(?:\\p{L}{3,9}(?:,${SPACE}*|${SPACE}+))?\\p{L}{3,9}\\.?${SPACE}+\\d{1,2}(?:st|nd|rd|th)?,?(?:${SPACE}+\\d{4})?|${SPACE}*(?:,${SPACE}*)?(?:(?:den|le|am|el|a|em|ngày)${SPACE}+)?\\d{1,2}(?:st|nd|rd|th|er|\\.)?${SPACE}+(?:de${SPACE}+|of${SPACE}+)?(?:\\p{L}{3,10}\\.?|tháng${SPACE}+\\d{1,2}),?${SPACE}+(?:del?${SPACE}+|năm${SPACE}+)?\\d{4}|${SPACE}*[,，]?${SPACE}*\\d{4}年\\d{1,2}月\\d{1,2}日)?${WIRE}`;
/** How a story begins. */
const STORY =
  '(?=["“”‘’\'(\\[]?[\\p{Lu}\\p{Lo}\\d$]|[“"‘]\\p{L}|[«„「『]|â\u0080|€|\\p{Lu}|today\\b|in\\b)';

/** The forms of a dateline by the kind of its place, each matched from its first character. */
export const FORMS = PLACES.map((place, n) => ({
  isNamed: n === 0,
  isUpper: n < 2,
  withDash: new RegExp(
    `^(?<open>[([]?)(?<place>${place}${n >= 2 ? '' : MORE_PLACES})${END}[)\\]]?(?<beside>${BESIDE})${SPACE}*(?:[,.]${SPACE}*)?(?:${DASH}${SPACE}*)+${STORY}`,
    'u',
  ),
  // Sampur, 3rd September 2018: The …; (Musterstadt, 12. März 2019) Das …; Muestra, 5 de agosto de 2021.- La …
  dated: new RegExp(
    `^(?<open>[([]?)(?<place>${place})${END}(?<beside>${BESIDE})(?<=\\d{4}|\\d{4}\\))[)\\]]?${SPACE}*(?:[:.]?${DASH}{0,2}${SPACE}+)${STORY}`,
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
export const STUCK = new RegExp(
  `^(?<place>${UPPER}(?:${SPACE}{1,2}${UPPER}){0,2}?${SPACE}{1,2}[A-Z]{2})(?<beside>)(?=[A-Z][a-z]+ )`,
  'u',
);

/** Characters that a dateline may have, and with it the patterns of its forms to read. */
export const REACH = 160;

/** `Musterhafen. Zum ersten Mal …`: a place and a full stop, which may also be a sentence of one word. */
export const WITH_STOP = new RegExp(
  `^(?<place>${TITLE}(?: ${TITLE}){0,2}|${UPPER}(?: ${UPPER}){0,2})(?<!\\.)\\.${SPACE}{1,2}${STORY}`,
  'u',
);

/** Where a dateline can be alone on its line: `Miami, Florida` above `, the mayor said`. */
export const ALONE = new RegExp(
  // eslint-disable-next-line regexp/no-super-linear-backtracking -- sees REACH characters alone
  `^\\(?(?<place>(?:${PLACES[1]}|${PLACES[2]}))(?![\\p{L}\\p{M}-])(?<beside>${BESIDE})\\)?${SPACE}*,?$`,
  'u',
);
