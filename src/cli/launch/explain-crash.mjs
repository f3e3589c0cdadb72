// Loaded before each command, since what the command itself needs may be missing.
import { isMainThread } from 'node:worker_threads';
import { adviceOnDamage } from './damage.mjs';

// A worker's errors come to the main thread.
if (isMainThread) {
  process.on('uncaughtExceptionMonitor', (error) => {
    const advice = adviceOnDamage(error);
    if (advice === undefined) return;
    console.error(`${process.env.DEBUG ? error.stack : error.message}\n${advice}`);
    process.exit(1);
  });
}
