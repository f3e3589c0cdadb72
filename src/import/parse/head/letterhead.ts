import { hasNumber, isName, NUMBER as PHONE_OR_EMAIL } from '../find-contacts.ts';
import { MONTH, WEEKDAY } from '../month-names.ts';
import { isBanner, isFurniture } from '../furniture.ts';
import { collapse, countWords, isCapitals, isTitleCase, wordsIn } from '../text-shape.ts';
import { hasHeadlineVerb } from './headline-verbs.ts';
import {
  isClean,
  isDividedLabel,
  isDividedLetterhead,
  isStain,
  withoutStains,
} from './scanned-line.ts';

/**
 * What stands above a headline and is none: who issues the release, the kind of the document, its number,
 * the parts of a page.
 */
const KIND =
  '(?:(?:joint|official|urgent|public|weekly) )?(?:press|media|news|public|ministerial|policy) ?(?:release|statement|advisory|alert|notice|conference|bulletin|note|briefing|announcement|update|flash|information|communiqu[eé]|office|room|centre|center)s?|newsroom|in the news|news|press|media|statement|announcement|bulletin|press kit|communiqu[eé](?: de presse)?|comunicado(?: de prensa| oficial)?|nota de prensa|noticias|pressemitteilung|pressemeldung|presseinformation|presseerkl[äa]rung|nota (?:à|de) imprensa|comunicado de imprensa|comunicato stampa|persbericht|pressmeddelande|pressemeddelelse|preasr[áa]iteas|datganiad i.r wasg|пресс-релиз|прес-реліз|报道発表|報道発表|プレスリリース|nota informativa|transcript|th[oô]ng c[aá]o b[aá]o ch[ií]|新聞稿|新闻稿|新聞公報|보도자료';
const PAGE =
  '(?:\\d+ min(?:ute)?s? read|reading time:? .{1,20}|(?:category|categories|tags?|filed under|topics?): .{1,60}|author|published(?: on)?|posted(?: (?:on|by|in))?|follow us|search(?: for(?: press| news)?)?|scroll to top|skip to (?:main )?content|toggle navigation|menu|click here\\b.{0,60}|download\\b.{0,40}|view (?:as )?pdf|admin|home(?: ?[»›>|/] ?.{1,80})?|share(?: this)?|print(?: this page)?|by \\p{Lu}.{2,60}|listen|translate|en español|in english|español|english|e ?& ?[o0] ?e.{0,40}|proof copy.{0,20}|check against delivery.{0,40})';
/** The fields of a form above a release of the police, of the cover of a fax, of a memorandum. */
const FORM_FIELD =
  'incident(?: type)?|location(?: of incident)?|date|time|prepared by|submitted by|written by|released by|approved by|case|report|nature|suspects?|victims?|offen[sc]e|charges?|agency|division|unit|pages?|fax|cc|to|from|press office|related information';
const LABEL = new RegExp(
  `^(?:(?:${KIND})(?: ?[/|•–—-] ?(?:${KIND}))?|${PAGE}|(?:${FORM_FIELD})(?: ?/ ?(?:${FORM_FIELD}))?(?: (?:no\\.?|number|#))? ?[:：].{0,80}|(?:fax|facsimile)(?: transmission)? (?:cover )?(?:sheet|page)|cover (?:sheet|page)|(?:statement )?for (?:the )?(?:media|press)|memo(?:randum)? (?:to|for) (?:the )?(?:media|press)|(?:press |media )?advisory for .{0,40}|(?:(?:under|strictly) )?embargo.{0,40}|offices?|(?:attention|attn|note to) (?:editors?|media|newsrooms?))(?: (?:no\\.?|nos\\.?|number|#|n[º°]|nº\\.?|n\\.[º°]|n[uú]m\\.?|nr\\.?) ?| )?(?:\\d+(?:[/.-]\\d+)*)?[ :.|'‘’–—-]*$`,
  'iu',
);
/** `Case # 12/345`, `REF: 7`, `Caso Núm. 9`. */
const FILE =
  /^(?:case|cause|file|ref(?:erence)?|no|number|release|caso|expediente)\b(?: ?[.:#]| no\.?| number| núm\.)+ ?(?=[^\s\d]{0,20}\d)\S{1,40}$/iu;
/** `MPS 46/92`, `21/84`, `B 41/94`: the number of a release. */
const NUMBERED = /^(?:\p{Lu}[\p{L}.:]{0,11}\s*)?(?:no\.?\s*)?\d[\d\s./\\-]*(?:\(joint\))?$/iu;
const ROLE =
  "(?:prime\\s+minister|(?:mi|i)?nister|sen|secretary|attorney|district\\s+attorney|state[’']?s\\s+attorney|attorney\\s+general|senator|member|governor|lieutenant\\s+governor|mayor|commissioner|treasurer|premier|chancellor|president|speaker|leader|spokes(?:man|woman|person)|pr[eé]fet|maire|d[ée]put[ée]e?|alcalde(?:sa)?|oberb[üu]rgermeister(?:in)?|landrat|sindac[oa]|prefeit[oa]|sheriff|supervisor|council\\s?(?:member|man|woman)?|representative|congress(?:man|woman|member)|assembly\\s?(?:member|man|woman)?|director|chief|chair(?:man|woman|person)?)";
const BODY =
  '(?:department|ministry|office|county|city|state|board|commission|committee|council|parliament|house|senate|oficina|fiscal[ií]a|ayuntamiento|ministerio|departamento|secretar[ií]a|gobierno|condado|senado|asamblea|mairie|minist[eè]re|pr[eé]fecture|ministerium|landesregierung|stadt|gabinete|prefeitura|assembly|bureau|agency|authority|division|government|commonwealth|university|institute|association|society|federation|foundation|party|caucus|court|police|district|library|secretariat|directorate|union|direcci[oó]n|service|coordinaci[oó]n|cabinet|concejal[ií]a|comune|gemeente|kommun|landkreis|kreis|servicio|assessoria|ufficio|pressestelle|junta|diputaci[oó]n|consejer[ií]a|generalitat|govern|regione|provincia|r[eé]publique|ville|communaut[eé]|conseil)';
const BEGINS_WITH_ROLE = new RegExp(
  `^(?:(?:from|issued\\s+by|released\\s+by)[:,]?\\s+)?(?:(?:the|la|el|le|les|das|die|der|o|a)\\s+)?(?:office\\s+of\\s+(?:the\\s+)?)?(?:(?:hon(?:ou?rable)?|rt|sir|dr|mr|mrs|ms|senator|sen)\\b\\.?\\s*)*(?:(?:acting|shadow|assistant|federal|deputy|former|\\p{L}{3,12}(?:ian|ish|ese)|parliamentary|criminal|first|vice|u\\.?s\\.?|united\\s+states|state|opposition)\\s+)*(?:${ROLE}\\b|${BODY}\\b(?=(?:[\\s,]{1,2}\\p{L}+)?[\\s,]{1,2}(?:de[lrs]?|d[aeiou]s?|für)\\b|[\\s,]{1,2}(?:of|for|on|de[lrs]?|d[aeiou]s?|für|des)\\b|(?:[\\s,]{1,2}\\p{L}+)?$))`,
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
/** The number and the label of a day whose figures are on the next line: `No: MDC 7 Date:`. */
const BEFORE_DAY =
  /^(?:.{0,24}[\s:])?date ?:?$|^.{0,24}\bdate ?: ?.{4,24}$|^n ?o ?\.?:? .{0,16}\bd ?a ?t ?e\b.{0,24}$/iu;
/** What may be beside the number of a release: its kind, its day, its place. */
const BESIDE_NUMBER = new RegExp(
  `(?:press|media|news) (?:release|statement)|\\b(?:no|number|pr|p\\.r)\\b[.:]?|(?:${WEEKDAY})\\b|(?:\\d{1,2} )?(?:${MONTH})\\b(?: \\d{1,2}\\b)?|\\b(?:19|20)\\d\\d\\b`,
  'giu',
);
const NUMBER = /\b(?:\p{Lu}{1,5} ?)?\d[\d.]{0,5}\/ ?\d{2,4}\b/u;
/** `B 12/94` and what a scanner made of the day after it. */
/** What a scanner made of a day, but for its month: `ZJ October VJ84`. */
const GARBLED_DAY = new RegExp(`^\\S{1,4} (?:${MONTH}) \\S{2,6}$`, 'iu');
const NUMBER_FIRST = /^\p{Lu}{1,5} ?\d{1,4}[/\\]\d{2,4} /u;
/** `BUDGET MEDIA RELEASE 1` */
const ENDS_WITH_KIND =
  /^(?:\p{L}+ ){1,2}(?:press|media|news) (?:release|statement|bulletin) ?(?:no\.? ?)?\d{0,4}$/iu;
/** What of a scanned page is a stamp, or the head of a fax. */
const STAMP =
  /\b(?:(?:parliamentary|state|national)\s+library|fax\s+no|tel\.?\s+no|p\.\s?\d{1,2})\b|\b\d{1,2}:\d{2}\b.{0,30}\b[PR]\.?\s?\d{1,2}\b/iu;
const ADDRESS =
  /\b(?:tel(?:e?phone|ex)?|fax|p\.?\s?o\.?\s+box|suite|(?:room|floor)\s+\d|parliament\s+house|e-?mail|www\.|https?:)|@\w|\b\d{5}(?:-\d{4})?$|\b(?:NSW|N\.S\.W\.|VIC|QLD|S\.?A\.?|W\.?A\.?|TAS|N\.?T\.?|A\.?C\.?T\.?),?\s?\d{4}$|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}$|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d$/iu;
const lettersIn = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;

/** Whether a line is the kind of the document, its number, or a part of the page around it. */
export function isLabel(text: string): boolean {
  const whole = collapse(text);
  if (whole.length > 120) return false;
  const line = isClean(whole) ? whole : withoutStains(whole);
  // Letters of a letterhead that were set apart: `M E D I A   R E L E A S E`.
  const isSpaced = (line.match(/(?<!\S)\S(?!\S)/gu)?.length ?? 0) > line.length / 4;
  const isKind =
    isSpaced && LABEL.test(line.replace(/\s/gu, '').replace(/(?=release|statement)/iu, ' '));
  const isNumber = isSpaced && NUMBERED.test(line.replace(/\s/gu, ''));
  const isStain = lettersIn(line) <= 3 && !/\p{Lo}/u.test(line);
  return (
    isKind ||
    isNumber ||
    isStain ||
    LABEL.test(line) ||
    isDividedLabel(line) ||
    FILE.test(line) ||
    NUMBERED.test(line) ||
    STAMP.test(line) ||
    BEFORE_DAY.test(line) ||
    hasNumberAlone(line) ||
    GARBLED_DAY.test(whole) ||
    (NUMBER_FIRST.test(line) && !isClean(line.replace(NUMBER_FIRST, ''))) ||
    (ENDS_WITH_KIND.test(line) && !hasHeadlineVerb(line)) ||
    isFurniture(line)
  );
}

/** Whether a line is the number of a release, with no more than its kind, its day and its place. */
function hasNumberAlone(line: string): boolean {
  if (!NUMBER.test(line)) return false;
  return wordsIn(line.replace(NUMBER, ' ').replace(BESIDE_NUMBER, ' ')).length <= 1;
}

/** Whether there is an article as in sentences, and not as in `Assisting the Leader on the Arts`. */
const hasArticle = (line: string) =>
  /\s(?:the|an?|his|her|their|its|this)\s/iu.test(
    line.replace(
      /\bthe\s+(?:hon|rt|senate|house)\b|\b(?:for|of|to|from|and|on|in|at|by|assisting|with)\s+(?:the|an?)\s/giu,
      ' ',
    ),
  );

const MAX_BODY = 9; // words of the name of a body
const isBodyName = (line: string) => ENDS_WITH_BODY.test(line) && wordsIn(line).length <= MAX_BODY;

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
  if (ABOUT_PERSON.test(line)) return false;
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

/** Whether there must be doubt in a headline, though there is no other. */
export const isWeakHeadline = (text: string): boolean =>
  isLetterhead(text) ||
  isByWhom(text) ||
  countWords(text) <= 2 ||
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
