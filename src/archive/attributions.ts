import { slugify } from './slug.ts';

/** How it is known who says a statement: from the words around it, by one of these rules. */
export const ATTRIBUTION_RULES = [
  'said', // `…,” said Sam Sample`
  'pronoun', // `…,” she said`
  'introduced', // `Sam Sample released the following statement:`
  'continued', // a further paragraph of a quotation
  'signed', // a name behind a dash
  'transcript', // a name before a colon
] as const;
export type AttributionRule = (typeof ATTRIBUTION_RULES)[number];

/** Who says a statement. */
export interface Attribution {
  /** The id of the statement. */
  statement: string;
  /** The whole name. */
  speaker: string;
  /** The first words of the statement. */
  excerpt: string;
  /** Undefined where the release's file says it. */
  inferred?: InferredFrom;
}

/** By what it is known, where a rule has found it. */
interface InferredFrom {
  rule: AttributionRule;
  /** The words that say so, and the id of the statement that they are in. */
  words: string;
  statement: string;
}

/** What a release says of its speakers. */
interface Quoting {
  speakers?: readonly string[] | undefined;
  attributions?: readonly Attribution[] | undefined;
}

/** Those who speak in a release, as its file says or as was found in its text; each once. */
export function speakersOf({ speakers = [], attributions = [] }: Quoting): readonly string[] {
  if (attributions.length === 0) return speakers;
  const bySlug = new Map<string, string>();
  for (const name of [...speakers, ...attributions.map(({ speaker }) => speaker)]) {
    const slug = slugify(name);
    if (!bySlug.has(slug)) bySlug.set(slug, name);
  }
  return [...bySlug.values()];
}

/** Whether that somebody speaks in a release was only inferred. @param slug of the speaker's name. */
export function isInferredSpeaker(
  { speakers = [], attributions = [] }: Quoting,
  slug: string,
): boolean {
  const isStated = speakers.some((one) => slugify(one) === slug);
  return !isStated && !attributions.some((one) => !one.inferred && slugify(one.speaker) === slug);
}

/** What somebody says in a release. */
export const saidBy = ({ attributions = [] }: Quoting, slug: string): Attribution[] =>
  attributions.filter(({ speaker }) => slugify(speaker) === slug);
