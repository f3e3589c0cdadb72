import type { Alignment } from '../archive/ledger/align.ts';
import type { Attribution } from '../archive/attributions.ts';
import type { Archive } from '../archive/model.ts';
import { nearest } from '../archive/nearest.ts';
import type { Problem } from '../archive/problem.ts';
import { NOBODY } from '../archive/release-fields.ts';
import type { ReadRelease } from '../archive/release.ts';
import { attributeStatements, type FoundAttribution } from '../attribution/attribute.ts';
import { speakerResolver } from '../attribution/resolve-speakers.ts';
import { excerpt } from '../markdown/excerpt.ts';
import type { Statement } from '../markdown/rehype-statements.ts';

/** Who says the statements of a release, before it is known who the members of its offices are. */
export interface ReadAttributions {
  /** Those that its file gives; a statement that nobody says has the speaker `NOBODY`. */
  stated: Attribution[];
  /** Those that its words give. */
  found: (FoundAttribution & Pick<Attribution, 'excerpt'>)[];
  /** The ids of its statements, in order. */
  order: string[];
}

const MAX_EXCERPT = 120; // characters

/**
 * Finds who says the statements of a release, and what is wrong with the `quotes` of its file.
 * @param language of the release, as a BCP 47 tag.
 */
export function readAttributions(
  { release, lines }: Pick<ReadRelease, 'release' | 'lines'>,
  statements: readonly Statement[],
  alignment: Alignment,
  language: string,
): { attributions: ReadAttributions | undefined; problems: Problem[] } {
  const excerpts = new Map(statements.map((one) => [one.id, excerpt([one], MAX_EXCERPT)]));
  const places = new Map(statements.map(({ id }) => [id, id]));
  for (const [n, { id }] of statements.entries()) {
    for (const former of alignment.former[n] ?? []) places.set(former, id);
  }
  const removed = new Set(alignment.removed.map(({ id }) => id));
  const problems: Problem[] = [];
  const stated = (release?.quotes ?? []).flatMap(({ statement: id, speaker }, n): Attribution[] => {
    const statement = places.get(id);
    if (statement !== undefined) {
      return [{ statement, speaker, excerpt: excerpts.get(statement) ?? '' }];
    }
    if (!removed.has(id)) {
      const meant = nearest(id, places.keys());
      const hint = meant
        ? `did you mean ${meant}?`
        : 'copy the link of the statement from its page, or take the id from release.json';
      const message = `refers to ${id}, which is not a statement of this release`;
      const line = lines[`quotes.${n}`] ?? 1;
      problems.push({ file: release?.file ?? '', line, field: 'quotes', message, hint });
    }
    return [];
  });
  const found = attributeStatements(statements, language).map((one) => {
    return { ...one, excerpt: excerpts.get(one.statement) ?? '' };
  });
  if (stated.length + found.length === 0) return { attributions: undefined, problems };
  const named = new Set([...stated, ...found].map(({ statement }) => statement));
  const order = statements.map(({ id }) => id).filter((id) => named.has(id));
  return { attributions: { stated, found, order }, problems };
}

/** Returns a function that adds to a release who says its statements: its file decides first. */
export function attributionAdder(archive: Pick<Archive, 'offices' | 'site'>) {
  const resolve = speakerResolver(archive);
  return <Read extends Pick<ReadRelease, 'release'>>(
    read: Read & { attributions: ReadAttributions | undefined },
  ): Read => {
    const { release, attributions } = read;
    if (release === undefined || attributions === undefined) return read;
    const { stated, found, order } = attributions;
    const isStated = new Set(stated.map(({ statement }) => statement));
    const inferred = found.flatMap(({ statement, excerpt: words, rule, speaker, evidence }) => {
      const name = isStated.has(statement) ? undefined : resolve(speaker, release);
      if (name === undefined) return [];
      return [{ statement, speaker: name, excerpt: words, inferred: { rule, ...evidence } }];
    });
    const named = [...stated.filter(({ speaker }) => speaker !== NOBODY), ...inferred];
    if (named.length === 0) return read;
    const place = new Map(order.map((id, n) => [id, n]));
    const placeOf = ({ statement }: Attribution) => place.get(statement) ?? 0;
    named.sort((a, b) => placeOf(a) - placeOf(b));
    return { ...read, release: { ...release, attributions: named } };
  };
}
