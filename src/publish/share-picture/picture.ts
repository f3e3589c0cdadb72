import type { Archive } from '../../archive/model.ts';
import { formatDay } from '../../archive/day.ts';
import type { Release } from '../../archive/release.ts';
import { SHARE_PICTURES_UP_TO } from '../../archive/site.ts';
import { officeNames } from '../citation/authors.ts';
import { type Meta, sourceLine } from '../head/release-meta.ts';
import { wordsFor } from '../../words/languages.ts';
import type { Publication } from '../publication.ts';

/** The name of the picture beside a release's page. */
export const PICTURE = 'card.png';

/** In pixels; Facebook, LinkedIn, Slack and X show this size without cutting it. */
export const SIZE = { width: 1200, height: 630 };

/** A day in the words of several languages: the first that the fonts can write is taken, English last. */
type DayInWords = readonly string[];

/** What the picture says. */
export interface SharePicture {
  site: string;
  offices: string[];
  /** A BCP 47 tag: the language of the words around the headline. */
  language: string;
  headline: string;
  day: DayInWords;
  withdrawnOn?: DayInWords;
  /** The color of the rules and of the line above the headline, if the site has one of its own. */
  accent?: string;
}

/** Whether the releases of an archive have pictures: large ones only if `site.yaml` asks for them. */
export const hasSharePictures = ({ site, releases }: Pick<Archive, 'site' | 'releases'>): boolean =>
  site.share_pictures ?? releases.length <= SHARE_PICTURES_UP_TO;

/** What the picture of a release says. */
export function sharePictureOf(
  { archive }: Pick<Publication, 'archive'>,
  release: Release,
): SharePicture {
  const { title, language, colors } = archive.site;
  const words = wordsFor(language);
  const { date, withdrawn } = release;
  const inWords = (day: string, ...languages: string[]): DayInWords => [
    ...new Set([...languages, 'en'].map((one) => formatDay(day, one))),
  ];
  return {
    site: title,
    offices: officeNames({ archive }, release),
    language: words.language,
    headline: release.title,
    day: inWords(date, release.language ?? language, words.language),
    ...(withdrawn && { withdrawnOn: inWords(withdrawn.date, words.language) }),
    ...(colors && { accent: colors.accent }),
  };
}

/**
 * Metadata of the picture for programs that show a link; empty if there is none.
 * @see https://ogp.me/#structured
 */
export function pictureMeta(publication: Publication, release: Release): Meta[] {
  if (!hasSharePictures(publication.archive)) return [];
  return [
    { property: 'og:image', content: publication.addressOf(release.path + PICTURE) },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: String(SIZE.width) },
    { property: 'og:image:height', content: String(SIZE.height) },
    { property: 'og:image:alt', content: sourceLine(publication, release) },
    { name: 'twitter:card', content: 'summary_large_image' },
  ];
}
