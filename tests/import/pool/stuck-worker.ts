import { writeFileSync } from 'node:fs';
import { serveRequests } from '../../../src/import/pool/import-worker.ts';

/** The importer's worker, but for files whose names say how reading them goes wrong. */
async function goWrong(name: string): Promise<void> {
  const fault = /endless|waiting|exit|thrown|memory/.exec(name)?.[0];
  if (fault === 'endless' && process.env['PID_FILE'] !== undefined)
    writeFileSync(process.env['PID_FILE'], `${process.pid}\n`);
  if (fault === 'endless') for (;;);
  if (fault === 'waiting') await new Promise(() => undefined);
  if (fault === 'exit') process.exit(3);
  if (fault === 'thrown') {
    setImmediate(() => {
      throw new Error('a reader broke');
    });
    await new Promise(() => undefined);
  }
  const full: number[][] = [];
  while (fault === 'memory') full.push(new Array<number>(1000).fill(full.length));
}

serveRequests(goWrong);
