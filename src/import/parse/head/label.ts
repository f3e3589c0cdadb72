import { isFurniture } from '../furniture.ts';
import { MONTH, WEEKDAY } from '../month-names.ts';
import { collapse, wordsIn } from '../text-shape.ts';
import { hasHeadlineVerb } from './headline-verbs.ts';
import { isClean, isDividedLabel, withoutStains } from './scanned-line.ts';

/**
 * What stands above a headline and is none: the kind of the document, its number, the parts of a page.
 */
const KIND =
  '(?:(?:joint|official|urgent|public|weekly) )?(?:press|media|news|public|ministerial|policy) ?(?:release|statement|advisory|alert|notice|conference|bulletin|note|briefing|announcement|update|flash|information|communiqu[eé]|office|room|centre|center)s?|newsroom|in the news|news|press|media|statement|announcement|bulletin|press kit|communiqu[eé](?: de presse)?|comunicado(?: de prensa| oficial)?|nota de prensa|noticias|pressemitteilung|pressemeldung|presseinformation|presseerkl[äa]rung|nota (?:à|de) imprensa|comunicado de imprensa|comunicato stampa|persbericht|pressmeddelande|pressemeddelelse|preas-?r[áa]iteas|(?:press )?release(?= n[º°o.])|datganiad i.r wasg|пресс-релиз|прес-реліз|报道発表|報道発表|プレスリリース|nota informativa|transcript|th[oô]ng c[aá]o b[aá]o ch[ií]|新聞稿|新闻稿|新聞公報|보도자료|報道発表資料|記者発表(?:資料)?|お知らせ|보도참고자료|presseaussendung|medienmitteilung|medieninformation|bolet[ií]n(?: de prensa| informativo)?|nota de premsa|prensa oharra|comunicat de pres[aă]|informacja prasowa|komunikat prasowy|tiskov[áa] zpr[áa]va|sajt[óo]k[öo]zlem[ée]ny|lehdist[öo]tiedote|bas[ıi]n b[üu]lteni|δελτ[ίi]ο τ[ύυ]που|siaran (?:pers|media)|kenyataan media|p[āa]nui p[āa]p[āa]ho|nota(?= ?n[º°o])|بيان صحفي|ข่าวประชาสัมพันธ์';
const PAGE =
  '(?:\\d+ min(?:ute)?s? read|reading time:? .{1,20}|(?:category|categories|tags?|filed under|topics?): .{1,60}|author|published(?: on)?|posted(?: (?:on|by|in))?|(?:\\p{L}{3,9}\\.? \\d{1,2}(?:, \\d{4})? ?)?(?:written|posted|published|submitted) by .{2,60}|follow us|search(?: for(?: press| news)?)?|scroll to top|skip to (?:main )?content|toggle navigation|menu|click here\\b.{0,60}|download\\b.{0,40}|view (?:as )?pdf|admin|home(?: ?[»›>|/] ?.{1,80})?|share(?: this)?|print(?: this page)?|by \\p{Lu}.{2,60}|listen|translate|en español|in english|español|english|e ?& ?[o0] ?e.{0,40}|proof copy.{0,20}|check against delivery.{0,40})';
/** The fields of a form above a release of the police, of the cover of a fax, of a memorandum. */
const FORM_FIELD =
  'incident(?: type)?|location(?: of incident)?|date|time|prepared by|submitted by|written by|released by|approved by|case|report|nature|suspects?|victims?|offen[sc]e|charges?|agency|division|unit|pages?|fax|cc|to|from|press office|related information';
const LABEL = new RegExp(
  `^[|•· ]{0,3}(?:(?:${KIND})(?: ?[/|•–—-] ?(?:${KIND}))?|${PAGE}|(?:${FORM_FIELD})(?: ?/ ?(?:${FORM_FIELD}))?(?: (?:no\\.?|number|#))? ?[:：].{0,80}|(?:fax|facsimile)(?: transmission)? (?:cover )?(?:sheet|page)|cover (?:sheet|page)|(?:statement |notice |note )?(?:for|to) (?:the )?(?:media|press)|memo(?:randum)? (?:to|for) (?:the )?(?:media|press)|(?:press |media )?advisory for .{0,40}|(?:(?:under|strictly) )?embargo.{0,40}|offices?|(?:attention|attn|note to) (?:editors?|media|newsrooms?))(?: (?:no\\.?|nos\\.?|number|#|n[º°]|nº\\.?|n\\.[º°]|n[uú]m\\.?|nr\\.?) ?| )?(?:\\d+(?:[/.-]\\d+)*)?[ :.|'‘’–—-]*$`,
  'iu',
);
/** `Case # 12/345`, `REF: 7`, `Caso Núm. 9`. */
const FILE =
  /^(?:case|cause|file|ref(?:erence)?|no|number|release|caso|expediente)\b(?: ?[.:#]| no\.?| number| núm\.)+ ?(?=[^\s\d]{0,20}\d)\S{1,40}$/iu;
/** `MPS 46/92`, `21/84`, `B 41/94`: the number of a release. */
const NUMBERED = /^(?:\p{Lu}[\p{L}.:]{0,11}\s*)?(?:no\.?\s*)?\d[\d\s./\\-]*(?:\(joint\))?$/iu;
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
/** What a news wire says of where it may be sent: `/NOT FOR DISTRIBUTION IN SAMPLELAND/`. */
const IN_SLASHES = /^\/[^/]{8,100}\/$/u;
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
    IN_SLASHES.test(line) ||
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
