import { silentLosses } from '../../support/silent-losses.ts';
import { renderMarkdown } from '../../support/markdown.ts';
import { statementsIn } from '../../support/statement-rule.ts';
import type { Example } from './read-suites.ts';

export interface Figures {
  suite: string;
  examples: number;
  /** Examples that are accepted and lose nothing, and those with an error. */
  accepted: number;
  refused: number;
  /** What is accepted and loses words, or has ids that a browser's page has not: a line each. */
  silent: string[];
  wrongIds: string[];
}

/** Renders examples as texts of releases and looks at the HTML with another parser and another account. */
export function runMarkdown(suite: string, examples: readonly Example[]): Figures {
  const found: Figures = { suite, examples: examples.length, accepted: 0, refused: 0, silent: [], wrongIds: [] }; // prettier-ignore
  for (const { markdown, html } of examples) {
    const body = renderMarkdown(markdown);
    const text = JSON.stringify(markdown);
    if (body.errors.length > 0) {
      found.refused++;
      continue;
    }
    const lost = silentLosses(markdown, body, html);
    if (lost.length > 0) found.silent.push(`${suite}: ${text} loses ${lost.join(' ')}`);
    else found.accepted++;
    const statements = statementsIn(body.html);
    const isSame =
      statements.length === body.statements.length &&
      statements.every(
        ({ id, recomputed }, n) => id === recomputed && id === body.statements[n]?.id,
      );
    if (!isSame) found.wrongIds.push(`${suite}: ${text} has other ids in a browser`);
  }
  return found;
}
