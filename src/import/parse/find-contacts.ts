import { collapse, wordsIn } from './text-shape.ts';

/** A press contact as printed; what the text does not say is null. */
export interface FoundContact {
  name: string | null;
  title: string | null;
  office: string | null;
  phone: string | null;
  email: string | null;
}

export const PHONE =
  /(?<![\d-])(?:\+?1[\s.-]*)?(?:\(\s?\d{3}\s?\)|\d{3})[\s./–-]*\d{3}[\s.–-]*\d{4,5}(?!\d)(?:,?\s*(?:x|ext\.?|extension)\s*\d+)?|\+\d{1,3}[\s.-]\(?\d{1,4}\)?(?:[\s.-]\d{2,4}){2,4}|(?<![\d-])\d{3}[-–]\d{4}(?!\d)|(?<![\d+-])\(0\d{1,4}\)\s?\d{2,5}(?:[\s.-]\d{2,5}){1,3}(?!\d)|(?<![\d+-])(?<!\((?=\d{2,5}\)))(?=(?:\d[\s.-]?){9,12}(?!\d))0\d{1,4}(?:[\s.-]\d{2,6}){1,4}(?!\d)|(?<![\d+-])\([1-9]\d\)\s?(?:9\s?)?\d{4}[-.\s]\d{4}(?!\d)|(?<=(?:^|[,;:|\n–-]|tel\S{0,6})\s?)(?:[2679]\d{2}\s\d{3}\s\d{3}|[679]\d{2}(?:\s\d{2}){3}|[89]\d\s\d{3}\s\d{2}\s\d{2})(?![\s.,]?\d)/giu;
const EMAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** A telephone number or an e-mail address. */
export const NUMBER = new RegExp(`${PHONE.source}|${EMAIL.source}`, 'giu');
export const hasNumber = (text: string) => text.search(NUMBER) !== -1;
/** Words before a number or an address that belong to neither. */
const LABEL = // eslint-disable-next-line regexp/no-super-linear-backtracking, regexp/no-super-linear-move -- sees MAX_LABEL
  /(?:(?:at|by|via)\s+)?(?:(?:tel(?:e?phone)?|ph(?:one)?|fax|e-?mail|tel[eé]fono|correo|t[eé]l[eé]phone|courriel|telefon|telefax|điện thoại|電話|电话|電郵|傳真|전화|이메일)(?: (?:number|electrónico|address))?|(?:(?<=[(,;\n]\s*)|^\s*)(?:cell(?:ular)?(?: phone)?|mobile|office|desk|direct|main|oficina|celular|m[oó]vil|portable|mobil|[ocmwh])|(?:cell(?: phone)?|mobile|office|desk|direct|oficina|celular|m[oó]vil)(?=\s*:))\s*(?:[:：.#–-]|at\b)?\s*$|\b(?:at|or|and|y|o|via)\s*$/iu;
const MAX_LABEL = 60; // characters, with the gaps in it
/** The kind of a number, after it. */
const KIND =
  /^\s*(?:[([]\s*)?(?:office|cell(?:ular)?(?: phone)?|mobile|direct|desk|main|work|home|oficina|celular|m[oó]vil|bureau|portable|b[uü]ro|mobil|bh|ah|[ocmwh])(?:\s*[)\]])?(?=\s*(?:[,;/|]|or\b|and\b|$))/iu;

const TITLE =
  /(?<!\p{L})(?:secretary|administrator|affairs|public\s+information|director|communications?|spokes(?:man|woman|person)|manager|coordinator|advis[eo]r|staff|attach[eé]e?|portavoz|jefe|jefa|pressesprecher(?:in)?|referent(?:in)?|sprecher(?:in)?|porta-voz|assistant|aide|deputy|chief|counsel|consultant|legislative|specialist|officer|representative|strategist|liaison|leiter(?:in)?|kommunikation|responsable|encargad[oa]|vocero|director[a]?|prensa)(?!\p{L})/iu;
const OFFICE =
  /(?<!\p{L})(?:office|board|union|council|county|constabulary|police|ministry|university|college|corporation|institute|foundation|secretariat|parliament|government|stadt|landkreis|gemeinde|ville|commune|comune|verband|behörde|bezirk|hochschule|\p{L}{2,20}(?:amt|ministerium|verwaltung|präsidium)|agency|authority|commission|association|senate|assembly|committee|caucus|district|department|oficina|prensa|ministerio|departamento|condado|ayuntamiento|gobierno|alcald[ií]a|minist[eè]re|mairie|presse|pressestelle|ministerium|prefeitura|bureau|press|media|center|communications)(?!\p{L})/iu;
/** A person's name: two to four words with capitals, initials and particles among them. */
const NAME_WORD =
  "(?:(?:\\p{Lu}\\.){2,3}|\\p{Lu}[\\p{L}\\p{M}'’?-]*\\.?|[“\"'(]\\p{Lu}\\p{L}+[”\"')])";
const PARTICLE = '(?:de|del|la|van|von|der|da|dos|du|bin|al|Mc|Mac|O)';
const NAME = new RegExp(
  `^${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s+)*${NAME_WORD}){1,4}(?:,?\\s+(?:Jr|Sr|II|III|IV)\\.?)?$`,
  'u',
);
/** A name in Chinese or Korean, with or without a form of address. */
const EASTERN_NAME =
  /^(?:\p{Script=Han}{2,5}|\p{Script=Hangul}{2,5}(?:\s?\p{Script=Hangul}{2,4})?)$/u;
const NO_NAME =
  /(?<!\p{L})(?:the|and|for|to|of|in|on|with|today|senators?|announces?|release|bill|act|phone|friday|monday|tuesday|wednesday|thursday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|washington|u|s)(?!\p{L})/iu;

/** Whether a text begins with what a person does, in languages that write it with small letters too. */
export const beginsWithFunction = (text: string): boolean =>
  /^(?:attaché|chargé|responsable|directeur|directrice|director|jefe|jefa|portavoz|vocer[oa]|asesor|assessor|coordinador|coordenador|porta-voz|porte-parole|conseill|secr[eé]taire|cabinet|bureau|service|direction|oficina|gabinete|ufficio)/iu.test(
    text,
  );

/** Characters of a line that may be a name, with wide gaps; the name itself has 40 at most. */
const MAX_LINE = 1000;

/** Whether the words can be a person's name. */
export function isName(text: string): boolean {
  if (text.length > MAX_LINE) return false;
  const name = collapse(text);
  if (EASTERN_NAME.test(name)) return true;
  return (
    NAME.test(name) &&
    !NO_NAME.test(name) &&
    !TITLE.test(name) &&
    !OFFICE.test(name) &&
    name.length <= 40
  );
}

/**
 * Reads the contacts in the text after a label such as `Contact:`.
 * @returns each person or desk with what belongs to them; a number given once for several people
 * belongs to each.
 */
export function readContacts(text: string): FoundContact[] {
  const marks = [
    ...[...text.matchAll(PHONE)].map((match) => ({ kind: 'phone' as const, match })),
    ...[...text.matchAll(EMAIL)].map((match) => ({ kind: 'email' as const, match })),
  ].sort((a, b) => a.match.index - b.match.index);
  const groups: Group[] = [];
  let group: Group = { people: [], phones: [], emails: [], phoneEnd: 0, phoneStart: 0 };
  let place = 0;
  for (const { kind, match } of marks) {
    if (match.index < place) continue; // digits beginningOf an address
    const before = text.slice(place, match.index);
    const between = stripLabels(before.replace(KIND, ''));
    const isFax = /fax\s*:?$/iu.test(before.trimEnd());
    const people = readPeople(between);
    if (people.length > 0 && (group.phones.length > 0 || group.emails.length > 0)) {
      groups.push(group);
      group = { people: [], phones: [], emails: [], phoneEnd: 0, phoneStart: 0 };
    }
    group.people.push(...people);
    place = match.index + match[0].length;
    if (isFax) continue;
    if (kind === 'email') group.emails.push(match[0].replace(/\.$/, ''));
    else addPhone(group, text, match);
  }
  groups.push(group);
  const rest = readPeople(stripLabels(text.slice(place).replace(KIND, '')), marks.length > 0);
  if (rest.length > 0) {
    // A title below the number is the last person's; names without a number are people of their own.
    const last = groups.at(-1)?.people.at(-1);
    if (last !== undefined && last.title === null && rest.every(({ name }) => name === null)) {
      last.title = rest[0]?.title ?? null;
    } else groups.push({ people: rest, phones: [], emails: [], phoneEnd: 0, phoneStart: 0 });
  }
  return groups.flatMap(asContacts);
}

interface Person {
  name: string | null;
  title: string | null;
  office: string | null;
}

interface Group {
  people: Person[];
  phones: string[];
  emails: string[];
  phoneStart: number;
  phoneEnd: number;
}

/** Several numbers of one person that are printed together stay one value. */
function addPhone(group: Group, text: string, match: RegExpExecArray) {
  const end = match.index + match[0].length;
  const between = text.slice(group.phoneEnd, match.index).replace(KIND, '');
  const isNext = group.phones.length > 0 && /^\s*(?:,|;|or|and|\/)\s*$/u.test(stripLabels(between));
  if (isNext && group.people.length <= 1) {
    group.phones = [collapse(text.slice(group.phoneStart, end))];
  } else {
    group.phones.push(collapse(match[0]));
    group.phoneStart = match.index;
  }
  group.phoneEnd = end;
}

function asContacts({ people, phones, emails }: Group): FoundContact[] {
  if (people.length === 0 && phones.length === 0 && emails.length === 0) return [];
  const known: Person[] = people.length > 0 ? people : [{ name: null, title: null, office: null }];
  const share = (list: string[], n: number) =>
    (list.length === known.length ? list[n] : known.length === 1 ? list.join(', ') : list[0]) ||
    null;
  return known.map((person, n) => ({
    ...person,
    phone: share(phones, n),
    email: share(emails, n),
  }));
}

/** Removes `Phone:`, `at` and the like, between a name and its number. */
function stripLabels(text: string): string {
  let end = text.trimEnd().length;
  for (;;) {
    let next = end;
    while (/[\s:;,./|(–：；，、（-]/.test(text.charAt(next - 1))) next--;
    const from = Math.max(0, next - MAX_LABEL);
    // A character that is in no label stands in for the text that is cut off.
    const tail = `${from > 0 ? '|' : ''}${text.slice(from, next)}`;
    next -= LABEL.exec(tail)?.[0].length ?? 0;
    next = text.slice(0, next).trimEnd().length;
    if (next === end) return text.slice(0, end);
    end = next;
  }
}

/** The people named before a number: `Casey Contact and Riley Wire`, `Casey Contact, Press Secretary`. */
function readPeople(text: string, isBehind = false): Person[] {
  const people: Person[] = [];
  for (const part of splitParts(text)) {
    const bracket = bracketIn(part);
    const place = /^([^]+?) (?:with|of|from|at) ([^]+)$/u.exec(part);
    const isPlaced = place !== null && isName(place[1] ?? '');
    const [name = part, office] = bracket ?? (isPlaced ? [place[1], place[2]] : [part, undefined]);
    const last = people.at(-1);
    if (isName(name) || isOnlyName(name, people, isBehind)) {
      people.push({ name, title: null, office: office ?? null });
    } else if (last !== undefined && last.title === null && TITLE.test(name)) {
      last.title = name;
    } else if (last !== undefined && last.office === null && wordsIn(name).length <= 8) {
      last.office = name;
    } else if (last === undefined && !isBehind && wordsIn(name).length <= 6 && OFFICE.test(name)) {
      people.push({ name, title: null, office: null }); // a desk: Press Office
    } else if (last === undefined && TITLE.test(name) && wordsIn(name).length <= 6) {
      people.push({ name, title: null, office: null });
    }
  }
  return withOffices(people);
}

/** A desk or an office above a person, with no number of its own, is where that person works. */
const withOffices = (people: readonly Person[]): Person[] =>
  people.flatMap((person, n): Person[] => {
    const [above, below] = [people[n - 1], people[n + 1]];
    const isAbove = (one: Person | undefined, other: Person | undefined) =>
      one !== undefined && other !== undefined && isDesk(one) && !isDesk(other);
    if (isAbove(person, below)) return [];
    return [
      isAbove(above, person) ? { ...person, office: person.office ?? above?.name ?? null } : person,
    ];
  });

const isDesk = ({ name, title }: Person) =>
  title === null && name !== null && !isName(name) && OFFICE.test(name);

/** `Casey Contact (Press Office)`: the words before a bracket at the end of a part, and in it. */
function bracketIn(part: string): [string | undefined, string] | undefined {
  const close = /[)\]]$/.test(part) ? part.length - 1 : part.length;
  const before = part.slice(0, close);
  const last = 1 + Math.max(before.lastIndexOf(')'), before.lastIndexOf(']'));
  const open = last + before.slice(last).search(/[([]/) + 1;
  return open === last || open === close
    ? undefined
    : [part.slice(0, open - 1).trimEnd() || undefined, part.slice(open, close)];
}

/** A name of one word counts only where nothing else comes before the number. */
const isOnlyName = (name: string, people: readonly Person[], isBehind: boolean) =>
  people.length === 0 &&
  !isBehind &&
  /^\p{Lu}[\p{L}'’-]+$/u.test(name) &&
  !NO_NAME.test(name) &&
  !TITLE.test(name) &&
  !OFFICE.test(name);

/** Splits at punctuation between people and, where it is lost, at two spaces and between names. */
function splitParts(text: string): string[] {
  return text
    .split(
      /[;\n|•·，、；：]|\s\/\s|(?<=\p{Ll}{2})\/(?=\p{Lu})|,(?!\s*(?:Jr|Sr|II|III)\b)|\s[-–—]+\s|(?<=[\p{L}.]{2})\s{2,}(?=\p{Lu})|:\s/u,
    )
    .flatMap(splitPeople)
    .flatMap((part) =>
      splitPair(collapse(part.replace(/^[\s:.,–-]+|(?<![\s:,–-])[\s:,–-]+$/gu, ''))),
    )
    .map((part) => part.replace(/^(?:and|or|y)\s+/u, ''))
    .filter((part) => part !== '');
}

/** The people between whom is an `and`, which may be part of what one person does. */
function splitPeople(part: string): string[] {
  const people = part.split(/\s(?:and|or|y|&)\s/u);
  return TITLE.test(part) && !people.some((one) => isName(one.trim())) ? [part] : people;
}

/** `Allison Dobson Maureen Knightly` is two people whose comma was lost. */
function splitPair(part: string): string[] {
  const words = part.split(' ');
  const isPair =
    words.length === 4 &&
    words.every((word) => /^\p{Lu}[\p{L}'’-]+$/u.test(word)) &&
    !TITLE.test(part) &&
    !OFFICE.test(part) &&
    !/\b(?:Jr|Sr|Van|Von|De)\b/.test(part);
  return isPair ? [words.slice(0, 2).join(' '), words.slice(2).join(' ')] : [part];
}
