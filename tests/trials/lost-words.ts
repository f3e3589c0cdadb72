/** Looks for words that vanish, in texts as nobody writes them and in real releases: lost-words [MINUTES]. */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { splitRelease } from '../../src/archive/split-release.ts';
import { corpusFolder, withoutCorpus } from '../support/corpus.ts';
import { lostWords, markedWords } from '../support/marked-words.ts';
import { renderMarkdown } from '../support/markdown.ts';
import { statementsIn } from '../support/statement-rule.ts';

const minutes = Number(process.argv[2] ?? 5);
if (!(minutes > 0)) {
  console.error('Usage: npm run trial -- lost-words [MINUTES]');
  process.exit(2);
}

const figures = { texts: 0, 'without loss': 0, 'with errors': 0, 'silent losses': 0, 'wrong ids': 0, unexplained: 0 }; // prettier-ignore
const end = Date.now() + minutes * 60_000;
for (let seed = Date.now(); Date.now() < end; seed++) {
  for (const markdown of fc.sample(markedWords, { numRuns: 200, seed })) {
    const { errors, html, statements } = renderMarkdown(markdown);
    figures.texts++;
    if (errors.length > 0) {
      figures['with errors']++;
      // An error without a known reason is right and of little help.
      if (errors.some(({ hint }) => hint.includes('report this'))) figures.unexplained++;
      continue;
    }
    const lost = lostWords(markdown, html);
    const found = statementsIn(html);
    const isSame =
      found.length === statements.length &&
      found.every(({ id, recomputed }, n) => id === recomputed && id === statements[n]?.id);
    if (lost.length === 0) figures['without loss']++;
    else figures['silent losses']++;
    if (!isSame) figures['wrong ids']++;
    if (lost.length > 0 || !isSame) console.error(`${JSON.stringify(markdown)} ${lost.join(' ')}`);
  }
}
console.table([figures]);

let alarms = 0;
if (withoutCorpus) console.log(`Real releases are left out: ${withoutCorpus}`);
else {
  const folder = await corpusFolder();
  let count = 0;
  for await (const file of glob('releases/**/*.md', { cwd: folder })) {
    const parts = splitRelease(await readFile(join(folder, file), 'utf8'));
    if ('missing' in parts) continue;
    count++;
    const { errors } = renderMarkdown(parts.body);
    alarms += errors.length;
    for (const { message } of errors) console.error(`${file} ${message}`);
  }
  console.log(`${count} real releases: ${alarms} errors`);
}
process.exitCode = figures['silent losses'] + figures['wrong ids'] + alarms === 0 ? 0 : 1;
