import type { Release } from '../archive/release.ts';
import type { RenderedBody } from '../load/read-release.ts';
import { excerpt } from '../markdown/excerpt.ts';
import { decodeStatements } from '../publish/data/statements.ts';
import { withEchoMarks } from './echo-marks.ts';
import type { ShownEchoes, ShownStatementEchoes } from './release-echoes.ts';
import type { SiteView } from './site-view.ts';

const MAX_EXCERPT = 120; // characters
/** Words by which a statement is searched for, as a phrase. */
const MAX_SEARCHED = 10;

/** Statements of a release that are in others too, each with its first words. */
export interface SaidElsewhere extends Pick<ShownEchoes, 'alike'> {
  statements: (ShownStatementEchoes & {
    excerpt: string;
    /** The path of a search for its words, where it says more than the list. */
    search: string | undefined;
  })[];
}

/** Its text, with notes in the statements that are in other releases too. */
export function markedBody(
  { archive, frame }: SiteView,
  { id }: Release,
  echoes: ShownEchoes | undefined,
): RenderedBody | undefined {
  const body = archive.bodies.get(id);
  if (body === undefined || echoes === undefined) return body;
  const { boilerplate } = archive.site;
  return { ...body, html: withEchoMarks(body.html, echoes.statements, frame.words, boilerplate) };
}

/** What the page lists of the statements that are in other releases too. */
export function saidElsewhere(
  { publication }: SiteView,
  { id }: Release,
  { statements, alike }: ShownEchoes,
): SaidElsewhere {
  const decoded = decodeStatements(publication.textOf(id)?.statements);
  const texts = new Map(decoded.statements.map((one) => [one.id, one.text]));
  // Those that are only in releases that are nearly the same are not listed one by one.
  const listed = statements.filter((one) => one.isBoilerplate || one.listed.length > 0);
  return {
    alike,
    statements: listed.map((one) => {
      const text = texts.get(one.statement) ?? '';
      const isWhole = !one.isBoilerplate && one.listed.length === one.count && !one.isMore;
      return {
        ...one,
        excerpt: excerpt([{ id: one.statement, text }], MAX_EXCERPT),
        search: isWhole ? undefined : searchFor(text),
      };
    }),
  };
}

function searchFor(text: string): string {
  const words = text.replaceAll(/["“”]/g, ' ').trim().split(/\s+/, MAX_SEARCHED).join(' ');
  return `/search/?${new URLSearchParams({ q: `"${words}"` })}`;
}
