import { createRequire } from 'node:module';
import type anyAscii from 'any-ascii';

let library: typeof anyAscii | undefined;

/**
 * Writes letters of any script with those of ASCII: `Новый мост` becomes `Novyi most`. Chinese characters
 * become words as in Mandarin, in Japanese texts too.
 */
export function transliterate(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  // Half a megabyte of tables, which most archives never need.
  library ??= (createRequire(import.meta.url)('any-ascii') as { default: typeof anyAscii }).default;
  const toAscii = library;
  return text
    .replace(/\p{Script=Han}/gu, (character) => ` ${toAscii(character)} `)
    .replace(/[^\x00-\x7f]+/g, (letters) => toAscii(letters));
}
