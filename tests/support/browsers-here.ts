import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** A browser as it is to be started. */
export interface BrowserProgram {
  executablePath: string;
  /** Variables that it needs besides those of this process. */
  environment?: Record<string, string>;
}

/** The shell first: the same browser without its windows, which takes half of the processor's time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where browsers are installed on this computer, the one to prefer first. Some may be mere stubs. */
export function browsersHere(environment: NodeJS.ProcessEnv): string[] {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
    (name) => environment[name],
  );
  const places = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix))),
    ...MAC,
    ...programs.flatMap((folder) => (folder ? WINDOWS.map((path) => join(folder, path)) : [])),
    chromium.executablePath(),
  ];
  return places.filter((path) => existsSync(path));
}
