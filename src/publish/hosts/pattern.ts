import type { Parameter } from './former-address.ts';

/*
 * Bytes as regular expressions of Apache and nginx (PCRE, byte by byte). All but letters, digits and a
 * few marks are written by their numbers, so that nothing has a meaning in the files that they are written to.
 */

/** Matches the bytes of a path, which both servers have decoded. */
export const pathPattern = (bytes: string) => [...bytes].map(literal).join('');

/** Matches a query that has a parameter, wherever in it and however it is percent-encoded. */
export function parameterPattern({ name, value }: Pick<Parameter, 'name' | 'value'>): string {
  const spelled = (bytes: string) => [...bytes].map(spellings).join('');
  const assigned = value === '' ? '=?' : `=${spelled(value)}`;
  return `(?:^|&)${spelled(name)}${assigned}(?:&|$)`;
}

const literal = (byte: string) => (/[\w/-]/.test(byte) ? byte : byNumber(byte));

const hexOf = (byte: string) => byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
const byNumber = (byte: string) => (byte === '.' ? '\\.' : `\\x${hexOf(byte)}`);

/** A byte of a query. A query that is not encoded holds no other characters than ASCII, and no `&`. */
function spellings(byte: string): string {
  if (/[\w-]/.test(byte)) return byte;
  const encoded = `%${hexOf(byte).replace(/[A-F]/g, (digit) => `[${digit}${digit.toLowerCase()}]`)}`;
  if (byte === ' ') return `(?:\\+|${encoded})`;
  if (byte === '&' || byte === '+' || byte === '#' || !/[!-~]/.test(byte)) return encoded;
  return `(?:${byNumber(byte)}|${encoded})`;
}
