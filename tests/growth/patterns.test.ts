import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';

/** Milliseconds without a word from the thread: no pattern needs so long, on however busy a machine. */
const PATIENCE = 120_000;
/** So many patterns there are at least: fewer, and they were not found. */
const FEWEST = 300;

interface Word {
  trying?: string;
  steep?: string;
  count?: number;
}

test('no pattern takes longer than in proportion to the text, whatever is repeated in it', async () => {
  const worker = new Worker(new URL('./pattern-worker.ts', import.meta.url));
  const steep: string[] = [];
  let trying = 'the modules of src/';
  const count = await new Promise<number>((resolve, reject) => {
    const stop = () => {
      void worker.terminate();
      reject(new Error(`does not end: ${trying}`));
    };
    let timer = setTimeout(stop, PATIENCE);
    worker.on('error', reject);
    worker.on('message', (word: Word) => {
      clearTimeout(timer);
      timer = setTimeout(stop, PATIENCE);
      if (word.trying !== undefined) trying = word.trying;
      if (word.steep !== undefined) steep.push(word.steep);
      if (word.count !== undefined) {
        clearTimeout(timer);
        resolve(word.count);
      }
    });
  });
  assert.ok(count >= FEWEST, `${count} patterns were found`);
  assert.deepEqual(steep, []);
});
