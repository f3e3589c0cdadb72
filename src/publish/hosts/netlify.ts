import { type ParsedRedirect, type Parameter, textOf, withBothEnds } from './former-address.ts';

/**
 * Netlify's rules for a former address; undefined if it cannot distinguish this address from others.
 * Netlify compares paths and values of parameters decoded, treats names as patterns over the query as it
 * was requested, and adds the query to the new address.
 * @param targets the new addresses of all redirects.
 * @see https://docs.netlify.com/manage/routing/redirects/overview/
 */
export function netlifyRules(
  { path, bytes, parameters, to }: ParsedRedirect,
  targets: ReadonlySet<string>,
): string[] | undefined {
  const plain = textOf(bytes);
  if (plain === undefined || /[\s\x00-\x1F\x7F*]|\/:|^\/\.netlify/i.test(plain)) return undefined;
  // Netlify's emulator compares decoded paths; the others do no harm.
  const paths = [...new Set([plain, path])];
  if (parameters.length === 0) return paths.map((one) => `${one} ${to} 301!`);
  // The query is added to the target, which would match again: a loop.
  if (withBothEnds(path).some((end) => targets.has(end))) return undefined;
  const names = parameters.map(({ name }) => name);
  if (new Set(names).size < names.length) return undefined; // the last of the name counts, for all
  const readings = parameters.map(netlifyParameters);
  if (readings.some((some) => some.length === 0)) return undefined;
  const count = Math.max(...readings.map((some) => some.length));
  return Array.from({ length: count }, (_, n) => {
    const chosen = readings.map((some) => some[n] ?? some[0] ?? '');
    return paths.map((one) => `${one} ${chosen.join(' ')} ${to} 301!`);
  }).flat();
}

/** A parameter in the syntax of a rule, once for each spelling of its name in requests. */
function netlifyParameters({ name, value, isBare, text }: Parameter): string[] {
  const plain = textOf(value);
  const isReadable = plain !== undefined && !/[\s\x00-\x1F\x7F=]|^:/.test(plain);
  if (isBare || name === '' || name === '__proto__' || !isReadable) return [];
  const written = text.split('=')[0] ?? '';
  const encoded = encodeURIComponent(textOf(name) ?? '');
  return [...new Set([written, encoded].filter((one) => one !== ''))].map(
    (one) => `${namePattern(one)}=${plain}`,
  );
}

/** A name as a pattern. A rule's parts are recognized by their first character: there it is in brackets. */
function namePattern(name: string): string {
  const [first = '', ...rest] = [...name];
  const escape = (text: string) =>
    text
      .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      .replace(/(?<=%[0-9A-F]?)[A-F]/g, (digit) => `[${digit}${digit.toLowerCase()}]`);
  const isOwn = /^[A-Za-z_%]/.test(first) && !/^https?:/i.test(name);
  const start = isOwn ? '' : `[${first.replace(/[\\\]^-]/, '\\$&')}]`;
  return start + escape(isOwn ? name : rest.join(''));
}
