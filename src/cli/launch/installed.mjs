import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one package of a lock file is, as far as it matters here. `os` and the like may be one word. */
/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean,
 *   os?: string | string[], cpu?: string | string[], libc?: string | string[] }} Package */

/**
 * Whether node_modules holds what package-lock.json asks for on this computer. It looks at what is in
 * it, not at times, which change when a folder is copied or a branch is checked out.
 * @param {string} root
 * @param {boolean} forDevelopment whether the packages for development are needed too
 */
export function isInstalled(root, forDevelopment) {
  const { required, optional } = missingPackages(root, forDevelopment);
  return required.length === 0 && (optional.length === 0 || isNoted(root));
}

/**
 * The folders of packages that are not installed or have another version.
 * @param {string} root
 * @param {boolean} forDevelopment
 */
export function missingPackages(root, forDevelopment) {
  // npm writes the second file last, so it is missing after an installation that was broken off.
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  const isThere = (path, { version }) =>
    installed.get(path)?.version === version && existsSync(join(root, path, 'package.json'));
  const missing = { required: [], optional: [] };
  for (const [path, entry] of packagesFor(root, forDevelopment)) {
    if (isThere(path, entry)) continue;
    missing[entry.optional || entry.devOptional ? 'optional' : 'required'].push(path);
  }
  return missing;
}

/**
 * What package-lock.json asks for on this computer, by folder. What it has for others is left out, and
 * so is what only these need, which the file does not mark.
 * @param {string} root
 * @param {boolean} forDevelopment
 */
export function packagesFor(root, forDevelopment) {
  const all = readPackages(join(root, 'package-lock.json'));
  if (all.size === 0) throw new Error('package-lock.json is missing or cannot be read');
  return [...all].filter(([, entry]) => {
    if (entry.dev && !forDevelopment) return false;
    const isRestricted = [entry.os, entry.cpu, entry.libc].some((list) => list !== undefined);
    return entry.optional || entry.devOptional ? isRestricted && isFor(entry, HERE) : true;
  });
}

/** @returns {Map<string, Package>} empty if the file is missing or broken */
function readPackages(file) {
  try {
    const { packages } = JSON.parse(readFileSync(file, 'utf8'));
    return new Map(Object.entries(packages).filter(([path, { link }]) => path !== '' && !link));
  } catch {
    return new Map();
  }
}

/** The system that this runs on; what its C library is, only Linux asks, and finding it out takes long. */
const HERE = {
  platform: process.platform,
  arch: process.arch,
  get libc() {
    return libraryHere();
  },
};

/**
 * Whether a package is made for a system.
 * @param {Package} entry
 * @param {{ platform: string, arch: string, libc: string }} system `libc` is glibc, musl or none
 */
export function isFor({ os, cpu, libc }, system) {
  if (!allows(os, system.platform) || !allows(cpu, system.arch)) return false;
  return libc === undefined || allows(libc, system.libc);
}

/** Reads a list as npm does: any of these, or none of those with a `!`. */
function allows(list, value) {
  if (list === undefined) return true;
  const all = [list].flat();
  if (all.includes(`!${value}`)) return false;
  return all.includes(value) || all.every((one) => one.startsWith('!'));
}

let library;

/** The C library of this Linux, where npm looks for it. */
function libraryHere() {
  library ??= findLibrary();
  return library;
}

function findLibrary() {
  if (process.platform !== 'linux') return 'none';
  const ldd = existsSync('/usr/bin/ldd') ? readFileSync('/usr/bin/ldd', 'utf8') : '';
  if (ldd.includes('musl')) return 'musl';
  if (ldd.includes('GNU C Library')) return 'glibc';
  process.report.excludeNetwork = true; // it would ask the network for the names of all connections
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

/**
 * Notes that npm has installed all that it could, so that an optional package which it could not get
 * here doesn't start an installation with each command.
 * @param {string} root
 */
export function noteInstallation(root) {
  writeFileSync(noteOf(root), stateOf(root));
}

function isNoted(root) {
  const note = noteOf(root);
  return existsSync(note) && readFileSync(note, 'utf8') === stateOf(root);
}

const noteOf = (root) => join(root, 'node_modules', '.on-the-record-installed');

function stateOf(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  return `${process.platform} ${process.arch} ${libraryHere()} ${digest}\n`;
}
