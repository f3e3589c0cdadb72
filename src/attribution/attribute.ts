import type { AttributionRule } from '../archive/attributions.ts';
import { introducedBy } from './introduction.ts';
import { type Subject, subjectAfter, subjectBefore } from './find-subject.ts';
import { type SpeechLexicon, lexiconOf } from './lexicon.ts';
import { introducedStatements } from './introduced-statements.ts';
import { ReleasePeople } from './release-people.ts';
import { readSpeech, type SpeechStatement } from './speech-statement.ts';
import type { SpeechToken } from './tokens.ts';
import { transcriptLabels } from './transcript.ts';

/** A person as a release names one: completed by `resolveSpeakers`. */
export interface NamedSpeaker {
  /** The longest form of the name in the release; empty where only a role is named. */
  name: string;
  /** Titles before it, in lower case. */
  titles: readonly string[];
  /** Whether it was written as a last name, and the release has one longer name with it. */
  isCompleted?: boolean;
}

/** Who says a statement, and the words that say so. */
export interface FoundAttribution {
  statement: string;
  speaker: NamedSpeaker;
  rule: AttributionRule;
  evidence: { statement: string; words: string };
}

interface Place {
  statement: number;
  offset: number;
}

/** A speaker that was found, and where. */
interface Found extends Omit<FoundAttribution, 'statement'> {
  place: Place;
}

const SPEECH_MARK = /["“”«»:]|^[—–]/;
const STATEMENT_OF = /^\p{L}+ (?:of|by|from|del?) /u;
const MAX_HEADING = 200; // characters
const MIN_QUOTED = 3; // words: fewer are a name or a term
/**
 * Finds who says the statements of a release, by what its text says: an attribution in doubt is none.
 * @param statements in order, as plain text.
 * @param language of the text, as a BCP 47 tag: rules are for English and Spanish.
 */
export function attributeStatements(
  statements: readonly { id: string; text: string }[],
  language: string,
): FoundAttribution[] {
  const lexicon = lexiconOf(language);
  if (lexicon === undefined || !statements.some(({ text }) => maySpeak(text))) return [];
  return new Attributor(statements, language, lexicon).run();
}

/** Most texts without any of these are left alone at once. */
const maySpeak = (text: string) =>
  SPEECH_MARK.test(text) || (text.length < MAX_HEADING && STATEMENT_OF.test(text));

class Attributor {
  readonly #statements: readonly SpeechStatement[];
  readonly #people: ReleasePeople;
  readonly #lexicon: SpeechLexicon;
  readonly #found: Found[][];
  #last: Found | undefined;

  constructor(
    statements: readonly { id: string; text: string }[],
    language: string,
    lexicon: SpeechLexicon,
  ) {
    this.#lexicon = lexicon;
    this.#people = new ReleasePeople(lexicon);
    this.#statements = readSpeech(statements, language);
    this.#found = this.#statements.map(() => []);
    this.#eachOutside((tokens) => this.#people.learn(tokens));
    this.#eachOutside((tokens, n, start) => this.#people.place(tokens, n, start));
  }

  run(): FoundAttribution[] {
    const labels = transcriptLabels(this.#statements, this.#lexicon, (mention) =>
      this.#people.isNamed(mention),
    );
    for (const n of this.#statements.keys()) {
      const label = labels.get(n);
      if (label)
        this.#add(
          n,
          this.#resolve(label.subject, { statement: n, offset: 0 }, label.words, 'transcript'),
        );
      else this.#attributeQuotations(n);
    }
    this.#attributeIntroduced();
    return this.#found.flatMap((found, n) => {
      const bySpeaker = new Map(
        found.map((one) => [one.speaker.name, one]).reverse() as [string, Found][],
      );
      return [...bySpeaker.values()].reverse().map(({ speaker, rule, evidence }) => {
        return { statement: this.#statements[n]?.id ?? '', speaker, rule, evidence };
      });
    });
  }

  #eachOutside(use: (tokens: readonly SpeechToken[], statement: number, start: number) => void) {
    for (const [n, { parts, tokens }] of this.#statements.entries()) {
      for (const [p, part] of parts.entries()) {
        if (!part.isQuoted) use(tokens[p] ?? [], n, part.start);
      }
    }
  }

  #add(statement: number, found: Found | undefined) {
    if (found === undefined) return;
    this.#found[statement]?.push(found);
    this.#last = found;
  }

  /** The quotations of a statement, each by the words beside it. */
  #attributeQuotations(n: number) {
    const statement = this.#statements[n];
    if (statement === undefined) return;
    const { parts, tokens, isContinued } = statement;
    let before: Found | undefined;
    for (const [p, part] of parts.entries()) {
      if (!part.isQuoted) continue;
      const own = this.#besideQuotation(n, p);
      if (isContinued && parts.findIndex(({ isQuoted }) => isQuoted) === p) {
        const earlier = this.#found[n - 1]?.at(-1);
        if (own !== undefined && earlier === undefined) this.#addBack(n - 1, own);
        before = own ?? (earlier && { ...earlier, rule: 'continued' });
      } else {
        before =
          own ?? (p > 1 && before && isOneSentence(tokens[p - 1] ?? []) ? before : undefined);
      }
      this.#add(n, before);
    }
  }

  /** Gives the earlier paragraphs of a quotation the speaker that its last one names. */
  #addBack(from: number, found: Found) {
    for (let n = from; n >= 0; n--) {
      const statement = this.#statements[n];
      if (statement?.isOpen !== true || this.#found[n]?.length !== 0) return;
      this.#found[n]?.push({ ...found, rule: 'continued' });
      if (!statement.isContinued) return;
    }
  }

  #besideQuotation(n: number, p: number): Found | undefined {
    const { parts } = this.#statements[n] as SpeechStatement;
    const part = parts[p];
    if (part === undefined) return undefined;
    const lead = this.#at(n, p - 1, (some) => subjectBefore(some, this.#lexicon));
    const isLong = part.text.trim().split(/\s+/).length >= MIN_QUOTED;
    const isFinal = !/[,–—-]\s*$/.test(part.text) && !/^\s*[,–—-]/.test(parts[p + 1]?.text ?? '');
    const trail = this.#at(n, p + 1, (some) => subjectAfter(some, isFinal, this.#lexicon));
    const signed =
      p === parts.length - 2 ? this.#at(n, p + 1, (some) => this.#signature(some)) : undefined;
    if (lead && trail && lead.speaker.name !== trail.speaker.name) return undefined;
    return (isLong ? lead : undefined) ?? trail ?? (signed && { ...signed, rule: 'signed' });
  }

  /** A name behind a dash, and nothing else. */
  #signature(tokens: readonly SpeechToken[]): Subject | undefined {
    const start = tokens.findIndex(({ text }) => !/^[–—-]$/.test(text));
    const mention = this.#people.read(tokens, start);
    const end = mention?.end ?? 0;
    if (start < 1 || !mention || mention.name.length === 0) return undefined;
    const isRest = tokens.slice(end).every(({ text }, n) => n > 0 || /^[.,(]$/.test(text));
    return isRest ? { mention, start, end } : undefined;
  }

  #at(
    n: number,
    p: number,
    find: (tokens: readonly SpeechToken[]) => Subject | undefined,
  ): Found | undefined {
    const { parts, tokens, text } = this.#statements[n] as SpeechStatement;
    const [part, some] = [parts[p], tokens[p]];
    if (part === undefined || some === undefined || part.isQuoted) return undefined;
    const subject = find(some);
    const [first, last] = [some[subject?.start ?? -1], some[(subject?.end ?? 0) - 1]];
    if (subject === undefined || first === undefined || last === undefined) return undefined;
    const words = text.slice(part.start + first.start, part.start + last.end);
    return this.#resolve(
      subject,
      { statement: n, offset: part.start + first.start },
      words,
      'said',
    );
  }

  /** The person that a subject means; undefined where that is in doubt. */
  #resolve(
    { mention }: Subject,
    place: Place,
    words: string,
    rule: AttributionRule,
  ): Found | undefined {
    const evidence = { statement: this.#statements[place.statement]?.id ?? '', words };
    if (mention === 'pronoun') {
      const speaker = this.#nearestSpeaker(place, []);
      return speaker && { speaker, rule: rule === 'said' ? 'pronoun' : rule, evidence, place };
    }
    if (mention.isJoint) return undefined;
    if (mention.name.length === 0) {
      const speaker = this.#nearestSpeaker(place, mention.titles) ?? {
        name: '',
        titles: mention.titles,
      };
      return { speaker, rule: rule === 'said' ? 'pronoun' : rule, evidence, place };
    }
    const name = this.#people.fullName(mention);
    if (name === undefined) return undefined;
    const isCompleted = mention.name.length === 1 && name.includes(' ');
    const speaker = { name, titles: mention.titles, ...(isCompleted && { isCompleted }) };
    return { speaker, rule, evidence, place };
  }

  /**
   * Whom `he` or `the senator` means: the last speaker, if nobody else is named since; at first the only person who
   * is named.
   */
  #nearestSpeaker(place: Place, titles: readonly string[]): NamedSpeaker | undefined {
    const last = this.#last;
    const named = this.#people.between(last?.place ?? { statement: 0, offset: 0 }, place);
    if (last) named.add(last.speaker.name);
    const [name, ...others] = named;
    if (name === undefined || name === '' || others.length > 0) return undefined;
    if (titles.length > 0 && !this.#people.hasTitle(name, titles)) return undefined;
    return { name, titles };
  }

  /** Statements that are introduced by an earlier one. */
  #attributeIntroduced() {
    for (const [n, { parts }] of this.#statements.entries()) {
      const last = parts.length - 1;
      if (parts[last]?.isQuoted !== false) continue;
      const found = this.#at(n, last, (some) => introducedBy(some, this.#lexicon));
      if (found === undefined) continue;
      const { name } = found.speaker;
      const speakers = (of: number) => this.#found[of]?.map(({ speaker }) => speaker.name) ?? [];
      for (const of of introducedStatements(this.#statements, n, name, speakers, this.#lexicon)) {
        if (this.#found[of]?.length === 0) this.#found[of].push({ ...found, rule: 'introduced' });
      }
    }
  }
}

const isOneSentence = (tokens: readonly SpeechToken[]) => {
  const end = tokens.findIndex(({ isEnd }) => isEnd);
  return end < 0 || end === tokens.length - 1;
};
