/** Which of two figures is the day: `5/6/2009` is in May for some, in June for others. */
export type DateOrder = 'day first' | 'month first';

/** How people write who put the month first, and how those who put the day first. */
const MONTH_FIRST = [
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d{2}\b/iu,
  /(?<!\d)(?:0?[1-9]|1[0-2])\/(?:1[3-9]|2\d|3[01])\/(?:19|20)?\d{2}(?!\d)/u,
  /\(\d{3}\)\s?\d{3}[-–.]\d{4}|(?<![\d-])\d{3}[-.]\d{3}[-.]\d{4}(?!\d)/u,
  /\bCounty\s+(?:Sheriff|District\s+Attorney|Supervisor|Commissioner)|\bAssembly(?:member|man|woman)\b|,\s(?:A[KLRZ]|C[AOT]|DE|FL|GA|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\s?[.–—-]/u,
  /\b(?:U\.S\.|United States)\s+(?:Sen|Rep|House|Congress)|\bWashington,?\s+D\.?C\b/u,
];
const DAY_FIRST = [
  /(?<![\d/])\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/iu,
  /(?<![\d/])(?:1[3-9]|2\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:19|20)?\d{2}(?!\d)/u,
  /(?<![\d+])\(0\d{1,4}\)\s?\d{2,4}[\s-]?\d{3}/u,
  /\b(?:organi|recogni|emphasi|utili|apologi|critici)s(?:e|ed|es|ing|ation)\b|\b(?:programme|whilst|Oireachtas)s?\b/iu,
  /\+(?:27|3\d|4\d|5\d|6\d|9\d)[\s(\d]/u,
  /(?<!\p{L})(?:der|und|für|nicht|wird)\s(?:\p{L}+\s){1,8}(?:die|den|das|ist|von)(?!\p{L})/iu,
  /(?<!\p{L})(?:les|des|une|dans|pour|aux?|après|rouvre|sera)\s(?:\p{L}+\s){1,8}(?:la|le|les|et|est|du|de)(?!\p{L})/iu,
  /(?<!\p{L})(?:los|las|una|para|por)\s(?:\p{L}+\s){1,8}(?:la|el|y|es|del|de)(?!\p{L})/iu,
  /(?<!\p{L})(?:não|uma|dos|das|pelo|pela)\s/iu,
  /£\d|€\s?\d|\b(?:Cllrs?|NHS|Garda[ií]?)\b|\.(?:gov|co|org|ac)\.(?:uk|au|nz|ie|in|za)\b|\.govt\.nz\b/u,
  /(?<!\p{L})(?:của|những|được|ngày)(?!\p{L})/iu,
];
const REACH = 6000; // characters of a text that are read

/**
 * Which order a text's language, its other days and its telephone numbers speak for.
 * @returns undefined if nothing speaks for one, or something for each.
 */
export function dateOrder(text: string): DateOrder | undefined {
  const head = text.slice(0, REACH);
  const [month, day] = [MONTH_FIRST, DAY_FIRST].map((signs) => signs.some((one) => one.test(head)));
  if (month === day) return undefined;
  return day ? 'day first' : 'month first';
}
