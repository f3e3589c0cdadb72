import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Archive } from '../archive/model.ts';
import { Bundle, writeBundle } from '../cache/bundle.ts';
import { projectDigest } from '../cache/project-digest.ts';
import { prune } from '../cache/prune.ts';
import { type ArchiveEchoes, findEchoes } from '../echoes/archive-echoes.ts';
import type { ComparedTexts } from '../echoes/near-texts.ts';
import { decodeStatements } from '../publish/data/statements.ts';
import type { RenderedBody } from './read-release.ts';

/** Finds the echoes of a release. */
export type EchoesOf = ArchiveEchoes['of'];

/** Bytes of the cache: texts of 72,620 releases take a twentieth of it. */
const MAX_CACHED = 2 ** 28;
/** The code on which it depends which texts are nearly the same. */
const ECHOES_CODE = ['src/echoes'];

/**
 * Finds which statements of an archive are also in other releases. Which texts are nearly the same is cached, so that
 * only new ones are compared.
 */
export async function loadEchoes(
  { releases, site }: Archive,
  bodies: ReadonlyMap<string, RenderedBody>,
  { contentDir, cacheDir }: { contentDir: string; cacheDir?: string | undefined },
): Promise<EchoesOf> {
  const folder = cacheDir && join(cacheDir, 'echoes');
  const name = createHash('sha256').update(contentDir).digest('hex').slice(0, 12);
  const file = folder && join(folder, `${name}.bundle`);
  const code = await projectDigest(ECHOES_CODE);
  const { of, compared } = findEchoes({
    releases,
    sketchOf: (id) => bodies.get(id)?.sketch,
    textsOf: (id) => {
      const { statements } = decodeStatements(bodies.get(id)?.statements);
      return new Map(statements.map((statement) => [statement.id, statement.text]));
    },
    boilerplate: site.boilerplate,
    known: file ? readCompared(file, code) : undefined,
  });
  if (file && compared) {
    const files = Object.entries(compared).map(([part, numbers]: [string, Uint32Array]) => {
      return [`${code} ${part}`, new Uint8Array(numbers.buffer)] as const;
    });
    // A folder that cannot be written to costs time and nothing else.
    await writeBundle(file, new Map(files)).catch(() => undefined);
    await prune(folder, MAX_CACHED);
  }
  return of;
}

function readCompared(file: string, code: string): ComparedTexts | undefined {
  const bundle = Bundle.open(file);
  const [digests, near] = ['digests', 'near'].map((part) => bundle?.get(`${code} ${part}`));
  bundle?.close();
  return digests && near && { digests: numbersIn(digests), near: numbersIn(near) };
}

/** A copy, since numbers must begin at a multiple of their size. */
const numbersIn = (bytes: Uint8Array) => new Uint32Array(Uint8Array.from(bytes).buffer);
