/** Opens a table with texts that begin as formulas do in LibreOffice, and reads it with Python: is one reckoned with, is one changed? */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { cellText, textCell } from '../../src/archive/spreadsheet-cell.ts';

const TEXTS = [
  ...['=1+1', '+1+1', '-1+1', '@SUM(1)', ' =1+1', '\u00a0=1+1', '\u3000=1+1', '\u200b=1+1', '=1'],
  ...['＝1+1', '＋1+1', '－1+1', '＠SUM(1)', "'=1+1", "''=1+1", '-30-', "'Twas", '=HYPERLINK("a")'],
  ...['\t=1+1', '\r=1+1', '\n=1+1', 'x', '\u000b=1+1'],
];

interface Cell {
  '@_table:formula'?: string;
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
try {
  /** How many cells of a table LibreOffice reckons with. */
  const formulas = async (name: string, cells: readonly string[]): Promise<number> => {
    await writeFile(
      join(folder, `${name}.csv`),
      cells.map((cell) => `${quoted(cell)},x\r\n`).join(''),
    );
    const args = [
      '--headless',
      '--convert-to',
      'fods',
      '--infilter=CSV:44,34,76,1,,0,false,true,false',
    ];
    const { error } = spawnSync(
      'soffice',
      [...args, '--outdir', folder, join(folder, `${name}.csv`)],
      {
        env: { ...process.env, HOME: folder },
      },
    );
    if (error) throw new Error('This trial needs LibreOffice: apt install libreoffice-calc');
    const xml = await readFile(join(folder, `${name}.fods`), 'utf8');
    let count = 0;
    const parser = new XMLParser({
      ignoreAttributes: false,
      updateTag: (tag, _, attributes) => {
        if (tag === 'table:table-cell' && (attributes as Cell)['@_table:formula']) count++;
        return true;
      },
    });
    parser.parse(xml);
    return count;
  };
  const python = (name: string): string[] => {
    const code =
      'import csv,json,sys; print(json.dumps([r[0] for r in csv.reader(open(sys.argv[1], newline="", encoding="utf-8"))]))';
    const { stdout, error } = spawnSync('python3', ['-c', code, join(folder, `${name}.csv`)], {
      encoding: 'utf8',
    });
    if (error) throw new Error('This trial needs Python');
    return JSON.parse(stdout) as string[];
  };
  const bare = await formulas('bare', TEXTS);
  const ours = await formulas('ours', TEXTS.map(textCell));
  const read = python('ours').map(cellText);
  const changed = TEXTS.filter((text, n) => text !== read[n]).length;
  console.log(`texts ${TEXTS.length}`);
  console.log(`formulas in LibreOffice as they are ${bare}, as cells of ours ${ours}`);
  console.log(`changed by the way through a cell and Python ${changed}`);
  // Where no text is a formula even as it is, the trial says nothing of ours.
  process.exitCode = bare > 0 && ours === 0 && changed === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}
