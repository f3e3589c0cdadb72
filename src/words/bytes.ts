import { formatNumber } from './words.ts';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** A file's size as readers know it: `12 kB`, `3.4 MB`. The symbols of the units are international. */
export function formatBytes(language: string, bytes: number): string {
  const [size, unit] =
    bytes < MEGABYTE
      ? [Math.ceil(bytes / KILOBYTE), 'kB']
      : [Math.round((bytes / MEGABYTE) * 10) / 10, 'MB'];
  return `${formatNumber(language, size)} ${unit}`;
}
