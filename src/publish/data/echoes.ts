import { z } from 'zod';
import { releaseId } from '../../archive/fields.ts';
import type { Release } from '../../archive/release.ts';
import type { Publication } from '../publication.ts';

/** Where a statement was before, in bulk data. */
export const publishedEcho = z.strictObject({
  statement: z.string().describe('the id of the statement'),
  boilerplate: z
    .literal(true)
    .optional()
    .describe(
      'where its words are in more releases of one office than the archive lists, such as what an office says about itself',
    ),
  earlier: z
    .array(
      z.strictObject({
        release: releaseId().describe('the id of the earlier release'),
        statement: z.string().describe('the id of the statement in it'),
        match: z
          .enum(['same', 'near'])
          .describe('same: word for word; near: at least 60 % of the pairs of words are the same'),
      }),
    )
    .describe('where the words were before, the oldest first, at most ten'),
});

type PublishedEcho = z.output<typeof publishedEcho>;

const MAX_EARLIER = 10;

/**
 * The statements of a release that are in earlier ones too. Later ones name this one: so the data of a release, and
 * of its year, remain the same when another repeats it.
 */
export function earlierEchoes({ echoesOf }: Publication, release: Release): PublishedEcho[] {
  const isEarlier = (other: Release) =>
    other.date === release.date ? other.id < release.id : other.date < release.date;
  return (echoesOf(release)?.statements ?? []).flatMap(({ statement, isBoilerplate, echoes }) => {
    const earlier = echoes
      .filter((echo) => isEarlier(echo.release))
      .slice(0, MAX_EARLIER)
      .map((echo): PublishedEcho['earlier'][number] => {
        return {
          release: echo.release.id,
          statement: echo.statement,
          match: echo.isNear ? 'near' : 'same',
        };
      });
    if (isBoilerplate) return [{ statement, boilerplate: true as const, earlier }];
    return earlier.length > 0 ? [{ statement, earlier }] : [];
  });
}
