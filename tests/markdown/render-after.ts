import type { LedgerEntry } from '../../src/archive/ledger/entry.ts';
import { recordEntry } from '../../src/archive/ledger/record-entry.ts';
import { type Body, bodyRenderer } from '../../src/markdown/render-body.ts';

const inEnglish = bodyRenderer({ base: '/', media: new Map() });

/** Renders a text of which other versions were recorded before it, from 2026-02-01 a day each. */
export function renderAfter(
  versions: readonly string[],
  markdown: string,
  render: typeof inEnglish = inEnglish,
): Body {
  const read = (text: string, entry?: LedgerEntry) =>
    render({ markdown: text, line: 1, file: 'a.md', entry });
  const entry = versions.reduce<LedgerEntry | undefined>((before, version, n) => {
    const texts = read(version, before).statements.map(({ text }) => text);
    const on = `2026-02-${String(n + 1).padStart(2, '0')}`;
    return recordEntry(before, '2026-01-05-example', texts, on).entry;
  }, undefined);
  return read(markdown, entry);
}

const MARKER =
  'A statement that was here has been removed.<span class="note-cited"> It is the one that the link cites.</span>';

/**
 * The same as HTML in which what is added is short: `¶` for a permalink, `[note]` for a note on an
 * edit that is not recorded, `×` for the words of a marker; line breaks left out.
 */
export function shortHtml(versions: string | readonly string[], markdown: string): string {
  return renderAfter([versions].flat(), markdown)
    .html.replace(/<a data-permalink[^>]*><\/a>/g, '¶')
    .replace(/<span data-note="" lang="en">.*?<\/span><\/span>/g, '[note]')
    .replaceAll(MARKER, '×')
    .replaceAll(/ data-removed="" lang="en"| data-statement=""|\n/g, '');
}
