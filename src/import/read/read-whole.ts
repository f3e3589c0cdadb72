import { open } from 'node:fs/promises';
import { UnreadableSource } from './document.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Reads a file whole, as it is at one moment.
 * @throws {UnreadableSource} if it is too large, or changes meanwhile.
 */
export async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'does not exist' : `cannot be opened (${cause.code})`;
    throw new UnreadableSource(why, 'check its name and who may read it');
  });
  try {
    const before = await file.stat();
    if (before.isDirectory()) throw new UnreadableSource('is a folder', 'name the files in it');
    if (before.size > MAX_BYTES) {
      const size = Math.round(before.size / 1024 / 1024);
      throw new UnreadableSource(
        `has ${size} MB; a release has less than 64`,
        'take pictures out of it, or cut a large export into several files',
      );
    }
    const bytes = await file.readFile();
    const after = await file.stat();
    if (
      after.size !== before.size ||
      after.mtimeMs !== before.mtimeMs ||
      bytes.length !== before.size
    ) {
      throw new UnreadableSource(
        'changed while it was read',
        'import it again when it is finished',
      );
    }
    return bytes;
  } finally {
    await file.close();
  }
}
