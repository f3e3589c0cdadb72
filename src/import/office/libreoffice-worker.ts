import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';

/** One run of LibreOffice, which ends by itself, crashes, or is stopped. */
export interface LibreOfficeRun {
  program: string;
  args: string[];
  /** The folder of its output, and one for its temporary files, which it leaves behind when it is ended. */
  out: string;
  temporary: string;
  /** Milliseconds without a new file in that folder after which it is stopped. */
  limit: number;
}

export type RunEnd = 'ended' | 'crashed' | 'stuck';

const LOOK = 500; // milliseconds between two looks at the folder

/**
 * Runs LibreOffice, and ends it if it is stuck or if the import that asked for it has ended, even by a
 * kill: else its processes would go on for ever.
 */
function runLibreOffice(run: LibreOfficeRun): Promise<RunEnd> {
  return new Promise((resolve) => {
    const { program, args, out, temporary, limit } = run;
    // A group of its own, since `soffice` is a script that starts others.
    const child = spawn(program, args, {
      detached: true,
      stdio: 'ignore',
      windowsHide: true,
      env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
    });
    let isStuck = false;
    let [files, since] = [0, Date.now()];
    const clock = setInterval(() => {
      const count = readdirSync(out).length;
      if (count > files) [files, since] = [count, Date.now()];
      if (Date.now() - since < limit) return;
      isStuck = true;
      endAll(child.pid);
    }, LOOK);
    const finish = (code: number | null) => {
      clearInterval(clock);
      resolve(isStuck ? 'stuck' : code === 0 ? 'ended' : 'crashed');
    };
    child.once('error', () => finish(1)).once('exit', finish);
    const stop = () => {
      endAll(child.pid);
      process.exit();
    };
    process.once('disconnect', stop).once('SIGINT', stop).once('SIGTERM', stop);
  });
}

function endAll(pid: number | undefined) {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it has just ended
  }
}

if (import.meta.main) {
  process.once('message', (run: LibreOfficeRun) => {
    void runLibreOffice(run).then((end) => process.send?.(end, () => process.exit()));
  });
}
