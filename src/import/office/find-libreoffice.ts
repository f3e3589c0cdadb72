import { statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Folders, beside those of PATH, in which LibreOffice's installers put its program. */
function usualFolders(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    const folders = ['', environment['HOME'] ?? ''];
    return folders.map((folder) => join(folder, '/Applications/LibreOffice.app/Contents/MacOS'));
  }
  if (platform === 'win32') {
    return ['ProgramFiles', 'ProgramW6432', 'ProgramFiles(x86)']
      .flatMap((name) => environment[name] ?? [])
      .map((folder) => join(folder, 'LibreOffice', 'program'));
  }
  return ['/usr/bin', '/usr/local/bin', '/usr/lib/libreoffice/program', '/opt/libreoffice/program'];
}

/**
 * Finds LibreOffice's program.
 * @param environment `LIBREOFFICE` may name the program; a name that is none, such as `none`, means not to use it.
 * @returns its path; undefined if it is not installed.
 */
export function findLibreOffice(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const named = environment['LIBREOFFICE']?.trim();
  if (named) return isFile(named) ? named : undefined;
  // On Windows soffice.exe returns at once, soffice.com when it has finished.
  const names = platform === 'win32' ? ['soffice.com'] : ['soffice', 'libreoffice'];
  const path = (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter);
  return [...path, ...usualFolders(platform, environment)]
    .filter((folder) => folder !== '' && !isSandboxed(folder))
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isFile);
}

/** Programs of snap and flatpak see another folder for temporary files than we do. */
const isSandboxed = (folder: string) => /[/\\](?:snap|flatpak)(?:[/\\]|$)/.test(folder);

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
