import { chooseHeadline } from './head/choose-headline.ts';
import type { HeadText } from './head/head-text.ts';
import { readHead, type StoryStart } from './head/read-head.ts';
import type { TaggedUnit } from './tag-units.ts';
import type { Token } from './token.ts';

/** The headline and the lines below it, with their places. */
export interface Headlines {
  title: string | null;
  titleConfidence: number;
  subtitle: string | null;
  subtitleConfidence: number;
  titles: Token[];
  subtitles: Token[];
  repeats: Token[];
  /** Texts of the head that are neither, such as a letterhead. */
  others: Token[];
}

/** The head of a release. */
export interface ReleaseHead {
  /** Its days, contacts and release lines, and furniture of the page. */
  tokens: Exclude<Token, { kind: 'text' }>[];
  heads: Headlines;
  start: StoryStart;
}

/** Reads the head of a release whose text has its punctuation. */
export function readReleaseHead(units: readonly TaggedUnit[]): ReleaseHead {
  const head = readHead(units);
  const chosen = chooseHeadline(head, units);
  const { headline, subtitles, start } = chosen;
  const tokens = head.parts.filter((part) => part.kind !== 'paragraph');
  return {
    tokens: tokens.filter((token) => isBefore(token, start)),
    heads: {
      title: headline?.text ?? null,
      titleConfidence: chosen.confidence,
      subtitle: subtitles.length > 0 ? subtitles.map(({ text }) => text).join(' ') : null,
      subtitleConfidence: chosen.subtitleConfidence,
      titles: headline?.tokens ?? [],
      subtitles: tokensOf(subtitles),
      repeats: tokensOf(chosen.repeats),
      others: tokensOf(chosen.others),
    },
    start,
  };
}

const tokensOf = (texts: readonly HeadText[]) => texts.flatMap(({ tokens }) => tokens);

const isBefore = ({ unit, start }: Token, body: StoryStart) =>
  unit < body.unit || (unit === body.unit && start < body.offset);
