import type { SpeechLexicon } from './lexicon.ts';
import type { SpeechStatement } from './speech-statement.ts';

const SENTENCE_END = /[.!?…:;,][)"”»’']*$/;
const END_MARK = /^(?:#[#\s]*|[-–—\s]*30[-–—\s]*)$/;
const MIN_PLAIN = 8; // words of a statement without marks: fewer are likely a heading

/**
 * The places of the statements that one introduces, as `Senator Sample released the following statement:` does. Where
 * they begin with quotation marks, these say how far it goes. Else it goes on until the release speaks of its author, and
 * ends with the last statement in which somebody says `I` or `we`.
 * @param from the place of the one that introduces them.
 * @param name of the author.
 * @param speakers of a statement, as far as the words beside its quotations name them.
 */
export function introducedStatements(
  statements: readonly SpeechStatement[],
  from: number,
  name: string,
  speakers: (place: number) => readonly string[],
  { firstPerson }: SpeechLexicon,
): number[] {
  const isQuoted = statements[from + 1]?.parts[0]?.isQuoted === true;
  const following: number[] = [];
  for (let n = from + 1; n < statements.length; n++) {
    const [statement, before] = [statements[n], statements[n - 1]];
    if (statement === undefined || END_MARK.test(statement.text)) break;
    if (speakers(n).some((one) => one !== name)) break;
    if (isQuoted && (statement.isContinued || statement.parts[0]?.isQuoted === true)) {
      if (speakers(n).length === 0 && !isAllQuoted(statement)) break;
    } else if ((isQuoted && before?.isOpen !== true) || speaksOf(statement, name)) {
      break;
    }
    following.push(n);
  }
  if (isQuoted) return following;
  const textOf = (n: number) => statements[n]?.text ?? '';
  const last = following.findLastIndex((n) => firstPerson.test(textOf(n)));
  const others = quotedInside(statements, following);
  return following.slice(0, last + 1).filter((n) => isSentence(textOf(n)) && !others.has(n));
}

/**
 * The places of those statements, in one without marks, that are words of somebody else: `This is what she said:` and
 * then quotations, as far as these go.
 */
function quotedInside(
  statements: readonly SpeechStatement[],
  following: readonly number[],
): ReadonlySet<number> {
  const places = new Set<number>();
  for (const n of following.slice(1)) {
    const [statement, before] = [statements[n], statements[n - 1]];
    if (statement === undefined || before === undefined || !isAllQuoted(statement)) continue;
    if (/:\s*$/.test(before.text) || (places.has(n - 1) && before.isOpen)) places.add(n);
  }
  return places;
}

const outside = ({ parts, tokens }: SpeechStatement) =>
  tokens.filter((_, n) => parts[n]?.isQuoted === false).flat();

const isAllQuoted = (statement: SpeechStatement) =>
  outside(statement).every(({ isWord }) => !isWord);

/** Whether the release speaks of somebody, which the author of a statement does not. */
function speaksOf(statement: SpeechStatement, name: string): boolean {
  const family = name.split(' ').at(-1)?.toLowerCase() ?? '';
  return outside(statement).some(({ key }) => key === family || key === `${family}'s`);
}

const isSentence = (text: string) => SENTENCE_END.test(text) && text.split(' ').length >= MIN_PLAIN;
