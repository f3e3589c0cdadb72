import { hasNumber, isName, NUMBER as PHONE_OR_EMAIL } from '../find-contacts.ts';
import { isBanner } from '../furniture.ts';
import { countWords, isCapitals, isTitleCase, wordsIn } from '../text-shape.ts';
import { beginsWithVerb, hasHeadlineVerb } from './headline-verbs.ts';
import { isLabel } from './label.ts';
import { isDividedLetterhead, isStain, withoutStains } from './scanned-line.ts';

/* Who issues a release: the lines of a letterhead. */

const ROLE =
  "(?:prime\\s+minister|(?:mi|i)?nister|sen|secretary|attorney|district\\s+attorney|state[’']?s\\s+attorney|attorney\\s+general|senator|member|governor|lieutenant\\s+governor|mayor|commissioner|treasurer|premier|chancellor|president|speaker|leader|spokes(?:man|woman|person)|pr[eé]fet|maire|d[ée]put[ée]e?|alcalde(?:sa)?|oberb[üu]rgermeister(?:in)?|landrat|sindac[oa]|prefeit[oa]|sheriff|supervisor|council\\s?(?:member|man|woman)?|representative|congress(?:man|woman|member)|assembly\\s?(?:member|man|woman)?|director|chief|chair(?:man|woman|person)?)";
const BODY =
  '(?:department|ministry|office|county|city|state|board|commission|committee|council|parliament|house|senate|oficina|fiscal[ií]a|ayuntamiento|ministerio|departamento|secretar[ií]a|gobierno|condado|senado|asamblea|mairie|minist[eè]re|pr[eé]fecture|ministerium|landesregierung|stadt|gabinete|prefeitura|assembly|bureau|agency|authority|division|government|commonwealth|university|institute|association|society|federation|foundation|party|caucus|court|police|district|library|secretariat|directorate|union|direcci[oó]n|service|coordinaci[oó]n|cabinet|concejal[ií]a|comune|gemeente|kommun|landkreis|kreis|servicio|assessoria|ufficio|pressestelle|junta|diputaci[oó]n|consejer[ií]a|generalitat|govern|regione|provincia|r[eé]publique|ville|communaut[eé]|conseil|[aá]rea(?=\\s+de\\s))';
/** What names an office only as its first word: `Republic of the Samples`, and not `A Visit to the Republic`. */
const FIRST_OF_BODY =
  '(?:direction|d[ée]l[ée]gation|republic|kingdom|province|municipality|borough|governo)';
const BEGINS_WITH_ROLE = new RegExp(
  `^(?:(?:from|issued\\s+by|released\\s+by)[:,]?\\s+)?(?:(?:the|la|el|le|les|das|die|der|o|a)\\s+)?(?:office\\s+of\\s+(?:the\\s+)?)?(?:(?:hon(?:ou?rable)?|rt|sir|dr|mr|mrs|ms|senator|sen)\\b\\.?\\s*)*(?:(?:acting|shadow|assistant|federal|deputy|former|\\p{L}{3,12}(?:ian|ish|ese)|parliamentary|criminal|first|vice|u\\.?s\\.?|united\\s+states|state|opposition)\\s+)*(?:${ROLE}\\b|(?:${BODY}|${FIRST_OF_BODY})\\b(?=(?:[\\s,]{1,2}\\p{L}+)?[\\s,]{1,2}(?:(?:de[lrs]?|d[aeiou]s?|für)\\b|d[’'])|[\\s,]{1,2}(?:of|for|on|de[lrs]?|d[aeiou]s?|für|des)\\b|(?:[\\s,]{1,2}\\p{L}+)?$))`,
  'iu',
);
const ENDS_WITH_BODY = new RegExp(
  `\\b(?:${BODY}|${ROLE}|\\p{L}*amt|\\p{L}*stelle|\\p{L}*ministerium|M\\.?\\s?H?\\.?\\s?[PLAC]\\.?|${BODY},\\s+\\p{L}+)$`,
  'iu',
);
/** The name of an office in Chinese, in Korean, in Vietnamese. */
const EASTERN_OFFICE =
  /^\p{Script=Han}{2,16}(?:局|部|廳|厅|署|處|处|府|辦公室|办公室|委員會|委员会|院|中心)$|^[\p{Script=Hangul} ]{2,20}(?:국|부|청|처|시|도|원|실|위원회)$|^(?:sở|bộ|cục|ủy ban|uỷ ban|văn phòng|thành phố|tỉnh|tổng cục|dân biểu|thượng nghị sĩ|nghị viên|thị trưởng|giám sát viên|địa hạt)\s[\p{L}\p{M}\d ,-]{2,80}$/iu;
/** The letters after a member's name. */
const HAS_SEAT =
  /\b(?:M\.?\s?P|M\.?\s?H\.?\s?R|M\.?\s?L\.?\s?[AC]|Q\.?\s?C|MEP|MSP|MPP|MNA|MHA|T\.?\s?D)\b\.?(?=\s|$|,)/u;
/** `MEDIA RELEASE Senator Sam Sample`. */
const BEGINS_WITH_KIND =
  /^(?:joint\s+)?(?:press|media|news)\s+(?:release|statement|advisory|alert|notice)\s+(?=\p{L})/iu;
const ADDRESS =
  /\b(?:tel(?:e?phone|ex)?|fax|p\.?\s?o\.?\s+box|suite|(?:room|floor)\s+\d|parliament\s+house|e-?mail|www\.|https?:)|@\w|\b\d{5}(?:-\d{4})?$|\b(?:NSW|N\.S\.W\.|VIC|QLD|S\.?A\.?|W\.?A\.?|TAS|N\.?T\.?|A\.?C\.?T\.?),?\s?\d{4}$|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}$|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d$/iu;
/** Whether there is an article as in sentences, and not as in `Assisting the Leader on the Arts`. */
const hasArticle = (line: string) =>
  /\s(?:the|an?|his|her|their|its|this)\s/iu.test(
    line.replace(
      /\bthe\s+(?:hon(?:ou?rable)?|rt|senate|house)\b|\b(?:for|of|to|from|and|on|in|at|by|assisting|with)\s+(?:the|an?)\s/giu,
      ' ',
    ),
  );

const MAX_BODY = 9; // words of the name of a body
const isBodyName = (line: string) =>
  (ENDS_WITH_BODY.test(line) || BODY_OF.test(line)) &&
  wordsIn(line).length <= MAX_BODY &&
  !beginsWithVerb(line);
/** `Harbor District of Sampleton` */
const BODY_OF = new RegExp(
  `^(?:[\\p{L}’'-]+\\s){1,2}${BODY}\\s(?:of|for)\\s\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Lu}[\\p{L}’'-]+){0,2}$`,
  'iu',
);

/** Whether a text can only be part of a letterhead: who issues, and where. */
export function isLetterhead(text: string): boolean {
  if (isStain(text)) return true;
  if (isDividedLetterhead(text)) return true;
  const whole = withoutStains(text);
  if (whole.length > 200 || BY_WHOM.test(whole)) return false;
  const line = whole.replace(BEGINS_WITH_KIND, '');
  if (line !== whole && wordsIn(line).length <= 1) return true;
  if (isBanner(line) && !hasHeadlineVerb(line)) return true;
  if (hasNumber(line) && wordsIn(line.replace(PHONE_OR_EMAIL, ' ')).length <= 4) return true;
  if (ADDRESS.test(line) && /\d|@|www/.test(line)) return true;
  if (TITLED.test(line) && !hasHeadlineVerb(line)) return true;
  if (HONORED.test(line) && wordsIn(line).length <= MAX_HONORED && !hasHeadlineVerb(line))
    return true;
  if (ABOUT_PERSON.test(line) || isSentence(line)) return false;
  if (EASTERN_OFFICE.test(line) && (isCapitals(line) || isShort(line) || /\p{Lo}/u.test(line)))
    return true;
  if (REPRESENTS.test(line) && isTitleCase(line)) return true;
  if (isRomanceOffice(line)) return true;
  const isOffice = BEGINS_WITH_ROLE.test(line) || HAS_SEAT.test(line) || isBodyName(line);
  return isOffice && isTitleCase(line) && !hasHeadlineVerb(line) && !hasArticle(line);
}

const isShort = (line: string) => wordsIn(line).length <= MAX_NAME + 1;
/** `Representing the 99th District of Sample` */
const REPRESENTS =
  /^(?:proudly\s+)?(?:representing|serving)\s+(?:the\s+)?(?:people|residents|\p{Lu}|\d)/iu;
/** Whether a line is too long for a name and has small letters throughout: `La Ville de Sample ouvre ses trois halles`. */
const isSentence = (line: string) =>
  wordsIn(line).length >= MIN_SENTENCE &&
  /^(?:el|la|los|las|le|les|l[’']\p{L}+|die|der|das|il|lo|gli|os?|as?)\s/iu.test(line) &&
  (line.match(/(?<![\p{L}’'-])\p{Ll}[\p{L}\p{M}]{3,}/gu)?.length ?? 0) >= MIN_SMALL;
const MIN_SENTENCE = 8; // words
const MIN_SMALL = 4; // of these in small letters, without short ones
/** An office in a language that writes most of its name with small letters: `Bureau de la communication locale`. */
const WITH_PARTICLE =
  /\s(?:d[eu]|des|d[’']\p{L}+|del|di|della?|dos?|das?|für|der|van)(?:\s|$)|^(?:service|servicio|ufficio|assessoria)\s/iu;
const isRomanceOffice = (line: string) =>
  BEGINS_WITH_ROLE.test(line) &&
  WITH_PARTICLE.test(line) &&
  wordsIn(line).length <= MAX_BODY &&
  !hasHeadlineVerb(line) &&
  !/[,.:;?!]/u.test(line);

/** `The Hon. Pat Placeholder` */
const HONORED = /^(?:the\s+)?(?:rt\.?\s+)?hon(?:ou?rable)?\b/iu;
/** `Towers and Harbours Senator the Hon. Pat Placeholder`, `Minister for Towers Senator the Hon.` */
const TITLED = /\b(?:senator|minister|m\.?p\.?),?\s+the\s+hon\b|\bthe\s+hon\.?$/iu;
const MAX_HONORED = 7; // words
/** `Senator Sample’s Silence over Towers`, `Sen. Sample: No Tax on Towers`, which are no letterheads. */
const ABOUT_PERSON = new RegExp(
  `^(?:${ROLE})\\.?\\s+\\p{L}+(?:[’'](?:s\\s|(?<=s[’'])\\s)(?!office|press|media|department|staff)|:\\s+\\S+(?:\\s+\\S+){2})`,
  'iu',
);

/** `Statement by the Prime Minister`: a headline only where there is no better one. */
const BY_WHOM = new RegExp(
  `^(?:an?\\s+)?(?:(?:joint|opening|closing|keynote|press|media)\\s+)*(?:statement|speech|address|remarks|transcript|interview|doorstop|message|letter|release|communiqu[eé]|pr[eé]cis|(?:delivered|presented|issued)(?=\\s+by))[’']?\\s+(?:by|from|of|to|with|at)\\b`,
  'iu',
);
/** The same of what was spoken: also where it says at what, `Address by …, to the conference on towers`. */
const SPOKEN =
  /^(?:transcript|doorstop)\b|^(?:an?\s+)?(?:(?:joint|opening|closing|keynote)\s+)*(?:speech|address|transcript|interview|doorstop)[’']?(?:\s+(?:press\s+)?(?:conference|interview))?(?:\s+(?:by|from|of|to|with|at)\b|,)/iu;

const ABOUT = /\b(?:regarding|about|concerning|following|in\s+response|after|on)\s+\p{L}/iu;

const ROLES =
  /\b(?:minister|senator|member|secretary|attorney|governor|mayor|leader)\b(?=\s+(?:for|of|to)\b)/giu;

const MAX_NAME = 4; // words
/** A label or a number that was joined with a headline, or `From Sam Sample, Minister for Towers`. */
const BEGINS_WITH_LABEL =
  /^(?:(?:joint\s+)?(?:press|media|news)\s+(?:release|statement)\s(?![:–—-])|no[.:]*\s?\p{Lu}{0,5}\s?\d|date\s?:|\p{Lu}{1,5}\s?\d{1,4}\/\d{2}\s|from\s.{0,80}\b(?:minister|senator|member|leader|secretary)\b)/iu;

/** `Dr Pat Placeholder, the Opposition Spokesman on Towers` */
const PERSON_WITH_ROLE = new RegExp(
  `^(?:dr|mr|mrs|ms|sir)\\b\\.?\\s+[^:]{3,60}\\b${ROLE}\\b`,
  'iu',
);

/** `CODE CNW 01`: capitals, and figures behind them that are no year. */
const CODE = /^\P{Ll}*\s(?!(?:19|20)\d\d$)\d{1,6}$/u;

/** Whether there must be doubt in a headline, though there is no other. */
export const isWeakHeadline = (text: string): boolean =>
  isLetterhead(text) ||
  isByWhom(text) ||
  countWords(text) <= 2 ||
  (CODE.test(text) && countWords(text) <= MAX_NAME && !hasHeadlineVerb(text)) ||
  /^(?:and|as|by|for|of|to|with|&)\s|^\*/iu.test(text) ||
  BEGINS_WITH_LABEL.test(text) ||
  (BEGINS_WITH_ROLE.test(text) && wordsIn(text).length <= MAX_NAME && !hasHeadlineVerb(text)) ||
  (HAS_SEAT.test(text) && !hasHeadlineVerb(text)) ||
  (PERSON_WITH_ROLE.test(text) && !hasHeadlineVerb(text)) ||
  (text.match(ROLES)?.length ?? 0) > 1;

/** Whether a text says whose words these are, and not what they are about. */
export const isByWhom = (text: string): boolean =>
  BY_WHOM.test(text)
    ? !(SPOKEN.test(text) ? /\b(?:regarding|about|concerning)\s/iu : ABOUT).test(text)
    : SPOKEN.test(text);

/** Whether a text begins like the name of an office, a member's seat or an address, or is a label. */
export const isOfficeName = (text: string): boolean =>
  isLabel(text) ||
  isBanner(text) ||
  ADDRESS.test(text) ||
  HAS_SEAT.test(text) ||
  /^(?:from|the|office|department|ministry|minister|shadow|leader|prime|commonwealth|parliament|house|member|federal|oficina|county|city|state)\b/iu.test(
    text.trim(),
  );

/** Whether a text may be part of a letterhead or the name of a person, if there is a better headline. */
export const mayBeLetterhead = (text: string): boolean =>
  isWeakHeadline(text) ||
  (isName(text) && wordsIn(text).length <= MAX_NAME && !hasHeadlineVerb(text));

const ROLE_WITHIN = /\b(?:and|&)\s+minister\s+(?:for|assisting|of)\b/iu;

/** Whether a line of a letterhead goes on in the next: `Minister for` above `Towers`, `Towers` above `and Harbours`. */
export const goesOnLetterhead = (line: string, next: string): boolean =>
  /(?:\b(?:for|of|and|assisting|on)|[&,])$/iu.test(line.trim()) ||
  ((/^(?:and|&|of|for|assisting)\s/iu.test(next) || ROLE_WITHIN.test(next)) &&
    isTitleCase(next) &&
    !hasHeadlineVerb(next));

/** Whether a text beside a day on its line is the place: `Sampleton, den` before it, `– Sampleton, Sample – Harbor Office` after it. */
export const isPlaceBesideDay = (text: string): boolean =>
  text
    .split(/\s[–—-]+\s/u)
    .every((part, n) => wordsIn(part).length <= (n === 0 ? MAX_NAME : MAX_BODY)) &&
  isTitleCase(text) &&
  !hasHeadlineVerb(text) &&
  !/\d/u.test(text);

/** Whether a line of a letterhead names a person: with a seat, or as `the Hon.` */
export const namesPerson = (text: string): boolean =>
  HAS_SEAT.test(text) || /\b(?:hon\b|senator\s+\p{Lu})/iu.test(text);

/** Whether a line of a letterhead names an office: `From the Minister for Towers`. */
export const namesOffice = (text: string): boolean =>
  BEGINS_WITH_ROLE.test(withoutStains(text)) && wordsIn(text).length >= 3;
