import { canonical, type ParsedRedirect, spellingsOf, withBothEnds } from './former-address.ts';

/** Rules without a pattern that Cloudflare takes; it counts those for Netlify too, which it cannot use. */
const MAX_RULES = 2000;
/** Longer lines are ignored. */
const MAX_LINE_LENGTH = 2000;
/** What it takes of rules for its worker, and of characters in one. More stops a deploy. */
const MAX_ROUTES = 100;
const MAX_ROUTE_LENGTH = 100;
/** Folders of a site that have most of its files and no former address: to ask the worker costs. */
const OWN_FOLDERS = ['assets', 'data', 'media', 'pagefind'];

/** What Cloudflare takes for a pattern: such a path is left to the worker. */
export const isCloudflarePattern = (path: string) => /\*|:[A-Za-z]/.test(path);

/**
 * The rules in `_redirects`: two for each address, with and without `/` at its end. If these are too many,
 * one is enough, since Cloudflare redirects from the other form to the page; beyond the limit the pages alone
 * redirect.
 * @param counted other lines that count towards Cloudflare's limit.
 * @see https://developers.cloudflare.com/pages/configuration/redirects/
 */
export function cloudflareRules(addresses: readonly ParsedRedirect[], counted: number): string[] {
  const most = Math.max(MAX_RULES - counted, 0);
  const rules = (ends: (path: string) => string[]) =>
    addresses
      .filter(({ parameters, bytes }) => parameters.length === 0 && !isCloudflarePattern(bytes))
      .flatMap((address) =>
        spellingsOf(address)
          .flatMap(ends)
          .map((from) => `${from} ${address.to} 301`),
      )
      .filter((line) => line.length <= MAX_LINE_LENGTH);
  const both = rules(withBothEnds);
  return both.length <= most
    ? both
    : rules((path) => withBothEnds(path).slice(0, 1)).slice(0, most);
}

/**
 * A worker for Cloudflare Pages, for the addresses that `_redirects` cannot have: those with a query, and
 * those that it would read as patterns. If they are few, it runs for their paths only.
 * @param base where the site is mounted, with a `/` at both ends.
 * @see https://developers.cloudflare.com/pages/functions/advanced-mode/
 */
export function cloudflareWorker(
  addresses: readonly ParsedRedirect[],
  base: string,
): Record<string, string> {
  const own = addresses.filter(
    ({ parameters, bytes }) => parameters.length > 0 || isCloudflarePattern(bytes),
  );
  if (own.length === 0) return {};
  const table = [...Map.groupBy(own, ({ bytes }) => bytes)].map(([bytes, some]) => [
    bytes,
    some.map(({ parameters, to }) => [parameters.map(canonical), to]),
  ]);
  const include = routes(
    own.map(({ path }) => path),
    base,
  );
  const exclude = include.includes(`${base}*`) ? OWN_FOLDERS.map((name) => `${base}${name}/*`) : [];
  return {
    '_routes.json': `${JSON.stringify({ version: 1, include, exclude }, null, 2)}\n`,
    '_worker.js': worker(table),
  };
}

/** The paths for which the worker is asked: wider ones, where they are too many, too long or no plain text. */
function routes(paths: readonly string[], base: string): string[] {
  const exact = paths.map((path) => {
    const plain = /^[\w/.~-]*/.exec(path)?.[0] ?? '';
    const isShort = plain.length < MAX_ROUTE_LENGTH;
    return plain === path && isShort ? path : `${plain.slice(0, MAX_ROUTE_LENGTH - 1)}*`;
  });
  const deepest = Math.max(...exact.map((rule) => rule.split('/').length));
  const most = MAX_ROUTES - OWN_FOLDERS.length;
  for (let depth = deepest; depth >= base.split('/').length; depth--) {
    const rules = distinct(exact.map((rule) => shortened(rule, depth)));
    if (rules.length <= most) return rules;
  }
  return [`${base}*`];
}

/** A rule for the first parts of a path. */
function shortened(rule: string, depth: number): string {
  const parts = rule.split('/');
  return parts.length <= depth ? rule : `${parts.slice(0, depth).join('/')}/*`;
}

/** Rules without those that another one includes, since Cloudflare refuses such pairs. */
function distinct(rules: readonly string[]): string[] {
  let wide: string | undefined;
  return [...new Set(rules)].sort().filter((rule) => {
    if (wide !== undefined && rule.startsWith(wide)) return false;
    if (rule.endsWith('*')) wide = rule.slice(0, -1); // sorted before all that it holds
    return true;
  });
}

/** Its comparisons are those of `formerAddressesOf`. */
const worker = (table: readonly unknown[]) => `// Former addresses. Written by the build.
const FORMER = new Map(${JSON.stringify(table, null, 1)});

const bytesOf = (text) =>
  text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));

function canonical(parameter) {
  const [name, ...value] = parameter.replaceAll('+', ' ').split('=');
  return [name, value.join('=')].map((text) => encodeURIComponent(bytesOf(text))).join('=');
}

export default {
  fetch(request, env) {
    const url = new URL(request.url);
    const path = bytesOf(url.pathname);
    const rules = FORMER.get(path === '/' ? path : path.replace(/\\/$/, '')) ?? [];
    const asked = new Set(url.search.slice(1).split('&').map(canonical));
    const found = rules.find(([parameters]) => parameters.every((one) => asked.has(one)));
    return found ? Response.redirect(new URL(found[1], url), 301) : env.ASSETS.fetch(request);
  },
};
`;
