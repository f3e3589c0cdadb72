import { createRequire, syncBuiltinESMExports } from 'node:module';
import fs from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/*
 * Loaded before a command by `--import`: ends its process, as a power cut would, at the file operation whose
 * number KILL_AT has, before it (KILL_WHEN=before) or right after it. Without a number it writes into the
 * file COUNT_INTO how many there are.
 */

const at = Number(process.env['KILL_AT'] ?? 0);
const isBefore = process.env['KILL_WHEN'] === 'before';
const countInto = process.env['COUNT_INTO'];
let count = 0;

type Operation = (...args: unknown[]) => unknown;

function counted(operation: Operation): Operation {
  return function (this: unknown, ...args) {
    const isLast = ++count === at;
    if (isLast && isBefore) process.kill(process.pid, 'SIGKILL');
    const result = operation.apply(this, args);
    if (isLast) {
      if (!(result instanceof Promise)) process.kill(process.pid, 'SIGKILL');
      else return result.finally(() => process.kill(process.pid, 'SIGKILL'));
    }
    return result;
  };
}

function countIn(object: object, names: readonly string[]) {
  const operations = object as Record<string, Operation>;
  for (const name of names) {
    const operation = operations[name];
    if (operation === undefined) throw new Error(`There is no operation ${name}`);
    operations[name] = counted(operation);
  }
}

if (isMainThread && (at > 0 || countInto !== undefined)) {
  countIn(fs, ['renameSync', 'linkSync', 'unlinkSync', 'rmSync', 'symlinkSync']);
  countIn(fs.promises, ['rename', 'link', 'rm']);
  syncBuiltinESMExports();
  const require = createRequire(import.meta.url);
  countIn(require('fs-native-extensions') as object, ['swapSync']);
  if (countInto !== undefined) process.on('exit', () => fs.writeFileSync(countInto, String(count)));
}
