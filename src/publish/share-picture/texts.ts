import { wordsFor } from '../../words/languages.ts';
import { fill, formatList, type SiteWords } from '../../words/words.ts';
import type { SharePicture } from './picture.ts';

/** The texts of a picture, each a line or more. */
export interface Texts {
  /** Above the rule, as on the site's pages. */
  site: string | undefined;
  notice: string | undefined;
  kicker: string | undefined;
  headline: string;
  day: string;
  /** The color of the site, if it has one of its own. */
  accent?: string;
}

/**
 * What is written on a picture. A text with letters that no font has is left out whole: half a headline
 * would say something else, and boxes say nothing. Of a joint release all offices are named or none.
 */
export function textsOf(
  picture: SharePicture,
  isDrawable: (text: string) => boolean = () => true,
): Texts {
  const all = picture.offices.map(spaced);
  const offices = all.every(isDrawable) ? all : [];
  const drawn = (text: string) => (isDrawable(spaced(text)) ? spaced(text) : undefined);
  const own = wordsFor(picture.language);
  const words = isDrawable(kickerOf(own, offices)) ? own : wordsFor('en');
  const kicker = kickerOf(words, offices);
  const inWords = (day: SharePicture['day']) => day.find(isDrawable) ?? day.at(-1) ?? '';
  const headline = drawn(picture.headline);
  return {
    site: drawn(picture.site),
    notice:
      picture.withdrawnOn && fill(words.status.withdrawn, { day: inWords(picture.withdrawnOn) }),
    kicker: headline && kicker,
    headline: headline ?? kicker,
    day: inWords(picture.day),
    ...(picture.accent !== undefined && { accent: picture.accent }),
  };
}

const kickerOf = (words: SiteWords, offices: readonly string[]): string =>
  offices.length === 0
    ? words.pressRelease
    : fill(words.release.from, { offices: formatList(words.language, offices) });

/**
 * The same words for fonts that lack characters which look like others or like nothing: hyphens and spaces
 * of their own kind, invisible marks, letters apart from their accents.
 */
const spaced = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\u202f/g, '\u00a0')
    .replace(/[^\S\u00a0]+/g, ' ');

/**
 * The longest beginning of a text that fits, with an ellipsis: cut at a word, or within the first one
 * where that alone is too long.
 */
export async function shorten(
  text: string,
  fits: (beginning: string) => Promise<boolean>,
): Promise<string> {
  const words = text.split(' ');
  const isOfWords = await fits(cut(words.slice(0, 1), ' '));
  const [parts, glue] = isOfWords ? [words, ' '] : [[...text], ''];
  let [least, most] = [1, parts.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (await fits(cut(parts.slice(0, middle), glue))) least = middle;
    else most = middle - 1;
  }
  return cut(parts.slice(0, least), glue);
}

const cut = (parts: readonly string[], glue: string) =>
  `${parts.join(glue).replace(/(?<![\s,;:.–—-])[\s,;:.–—-]+$/, '')}…`;
