import { escapeXml } from '../publish/xml.ts';
import type { ShownStatementEchoes } from './release-echoes.ts';
import type { SiteWords } from '../words/words.ts';
import { fill, fillCount, formatNumber } from '../words/words.ts';

/** Where the page says of a statement in which other releases it is. */
export const echoAnchor = (statement: string) => `page:also-${statement}`;

/** Where the page names the releases that are nearly the same as a whole. */
export const ALIKE_ANCHOR = 'page:alike';

/** What is said beside a statement. */
export function echoLabel(
  words: SiteWords,
  { count, isMore, isBoilerplate }: ShownStatementEchoes,
  boilerplate: number,
): string {
  const number = (value: number) => formatNumber(words.language, value);
  if (isBoilerplate) return fill(words.echoes.boilerplate, { count: number(boilerplate) });
  if (isMore) return fill(words.echoes.many, { count: number(count) });
  return fillCount(words, words.echoes.count, count);
}

const PERMALINK = /<a data-permalink="" href="#(s-[^"]+)"[^>]*><\/a>/g;
const PARAGRAPH = /<p id="(s-[^"]+)" data-statement="">.*?<\/p>/gs;

/**
 * The HTML of a release with a note in each statement that is also in other releases, and with boilerplate folded.
 * These words are drawn by CSS: the text of the page remains what was issued, and places in it the same.
 */
export function withEchoMarks(
  html: string,
  echoes: readonly ShownStatementEchoes[],
  words: SiteWords,
  boilerplate: number,
): string {
  const byId = new Map(echoes.map((one) => [one.statement, one]));
  const label = (one: ShownStatementEchoes) => escapeXml(echoLabel(words, one, boilerplate));
  const language = escapeXml(words.language);
  return html
    .replace(PERMALINK, (permalink, id: string) => {
      const found = byId.get(id);
      if (found === undefined || found.isBoilerplate) return permalink;
      const anchor = found.listed.length > 0 ? echoAnchor(id) : ALIKE_ANCHOR;
      return `${permalink}<a class="echo" lang="${language}" href="#${anchor}" aria-label="${label(found)}"></a>`;
    })
    .replace(PARAGRAPH, (paragraph, id: string) => {
      const found = byId.get(id);
      if (!found?.isBoilerplate) return paragraph;
      return `<details class="boilerplate"><summary lang="${language}" aria-label="${label(found)}"></summary>${paragraph}</details>`;
    });
}
