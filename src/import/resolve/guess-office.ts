import { findIssuer, type Issuers } from '../../archive/new-release.ts';
import { slugify } from '../../archive/slug.ts';
import type { ConvertedDocument } from '../convert/convert-document.ts';
import { type Guess, guess } from './questions.ts';
import { innerPath, type SourceItem } from '../sources/source-item.ts';

/**
 * Guesses the offices, by slug, from the option, the source's metadata, its folder and the text.
 * @param optionOffices the slugs or names of `--office`.
 */
export function officeGuesses(
  document: ConvertedDocument,
  item: Pick<SourceItem, 'name'>,
  optionOffices: readonly string[],
  offices: Issuers | undefined,
): (Guess<string[]> | undefined)[] {
  const found = (name: string) => findIssuer(name, offices);
  const folders = innerPath(item.name).split(/[/\\]/).slice(0, -1).toReversed();
  const folder = folders.map(found).find((slug) => offices?.has(slug));
  return [
    guess(optionOffices.length > 0 ? optionOffices.map(found) : undefined, 2, '--office'),
    guess(document.metadata?.office?.map(found), 1, 'the source'),
    guess(folder === undefined ? undefined : [folder], 0.95, 'the name of its folder'),
    ...mentionedOffices(document, offices),
  ];
}

/** Offices whose name or member appears in the release: in its letterhead, else in its first lines. */
function mentionedOffices(
  { leftOut, fields, text }: ConvertedDocument,
  offices: Issuers | undefined,
): (Guess<string[]> | undefined)[] {
  if (offices === undefined) return [];
  const head = leftOut
    .map((one) => one.text)
    .slice(0, 20)
    .join(' · ');
  const lead = [fields.title, text.slice(0, 500)].join(' ');
  const mentionedIn = (place: string) => {
    const words = slugify(place);
    const isMentioned = (one: string | undefined) =>
      one !== undefined && words.includes(slugify(one));
    return [...offices.values()]
      .filter(({ name, member }) => isMentioned(name) || isMentioned(member))
      .map(({ slug }) => slug);
  };
  const [inHead, inLead] = [mentionedIn(head), mentionedIn(lead)];
  const share = inLead.length === 1 ? 0.7 : 0.5;
  return [
    guess(inHead.length === 1 ? inHead : undefined, 0.9, 'the letterhead'),
    guess(inLead.length > 0 ? inLead : undefined, share, 'the offices in the text'),
  ];
}
