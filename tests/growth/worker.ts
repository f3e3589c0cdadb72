import { parentPort } from 'node:worker_threads';
import { SUBJECTS } from './subjects.ts';

/** Runs a subject on a text, and answers with the milliseconds that this thread computed. */
parentPort?.on('message', (call: Call) => void answer(call));

interface Call {
  subject: string;
  text: string;
}

async function answer({ subject, text }: Call): Promise<void> {
  const run = SUBJECTS[subject];
  if (run === undefined) throw new RangeError(`There is no subject ${subject}`);
  const before = process.threadCpuUsage();
  try {
    await run(text);
  } catch {
    // a text that is refused is done with as well
  }
  const { user, system } = process.threadCpuUsage(before);
  parentPort?.postMessage((user + system) / 1000);
}
