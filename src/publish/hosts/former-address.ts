/** A former address and its target. Both are paths from the root of the host, percent-encoded. */
export interface Redirect {
  /** With a `/` at its end, like its page; or with a query, in which case it has no page. */
  from: string;
  to: string;
}

/** A parameter of a query, decoded into bytes: see `bytesOf`. */
export interface Parameter {
  name: string;
  value: string;
  /** Without a `=`, as in `?print`. */
  isBare: boolean;
  /** As it was written. */
  text: string;
}

/** A redirect, with its former address split into path and parameters. */
export interface ParsedRedirect {
  /** As it was written: from the root of the host, without query and without a `/` at its end, unless it is `/`. */
  path: string;
  /** `path`, decoded into bytes. */
  bytes: string;
  /** Without duplicates. A request matches if it has all of them, in any order; it may have more. */
  parameters: readonly Parameter[];
  to: string;
}

/**
 * The bytes of percent-encoded text, each as the character of its number, so that texts that are not
 * UTF-8 can be compared too. A `%` that begins no code is literal.
 */
export const bytesOf = (encoded: string): string =>
  Buffer.from(encoded)
    .toString('latin1')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** The text of bytes; undefined if they are not UTF-8. */
export function textOf(bytes: string): string | undefined {
  const text = Buffer.from(bytes, 'latin1').toString();
  return text.includes('\uFFFD') ? undefined : text;
}

/**
 * Parses redirects and sorts them so that the first match is the right one: `?id=7&lang=es` comes before
 * `?id=7`. Of two that match the same requests, the first counts; one that would loop is left out.
 */
export function parseRedirects(redirects: readonly Redirect[]): ParsedRedirect[] {
  const targets = new Set(redirects.map(({ to }) => bytesOf(withoutSlash(pathOf(to)))));
  const found = new Map<string, ParsedRedirect>();
  for (const { from, to } of redirects) {
    const path = withoutSlash(pathOf(from));
    const parameters = parametersOf(from);
    const bytes = bytesOf(path);
    if (parameters.length === 0 && targets.has(bytes)) continue;
    const key = JSON.stringify([bytes, ...parameters.map(canonical).sort()]);
    if (!found.has(key)) found.set(key, { path, bytes, parameters, to });
  }
  return [...found.values()].sort((a, b) => b.parameters.length - a.parameters.length);
}

/** A parameter in the one spelling by which parameters are compared. */
export const canonical = ({ name, value }: Pick<Parameter, 'name' | 'value'>) =>
  `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

/** With and without the `/` at its end: an address such as `/old/press.aspx` had none. */
export const withBothEnds = (path: string) => (path === '/' ? [path] : [`${path}/`, path]);

/**
 * How a path may be spelled in a request: as it was written, and as browsers spell the same characters
 * when they are typed.
 */
export function spellingsOf({ path, bytes }: Pick<ParsedRedirect, 'path' | 'bytes'>): string[] {
  const text = textOf(bytes);
  if (text === undefined || /%2F/i.test(path)) return [path];
  const address = text.replace(/[%?#\\]/g, encodeURIComponent);
  return [...new Set([path, new URL(`http://host${address}`).pathname])];
}

const pathOf = (address: string) => address.split('?')[0] ?? '';
const withoutSlash = (path: string) => path.replace(/(?<=.)\/$/, '');

function parametersOf(address: string): Parameter[] {
  const start = address.indexOf('?');
  if (start === -1) return [];
  const found = new Map<string, Parameter>();
  for (const text of address.slice(start + 1).split('&')) {
    if (text === '') continue;
    const [name = '', ...value] = text.replaceAll('+', ' ').split('=');
    const parameter = {
      name: bytesOf(name),
      value: bytesOf(value.join('=')),
      isBare: value.length === 0,
      text,
    };
    found.set(canonical(parameter), parameter);
  }
  return [...found.values()];
}
