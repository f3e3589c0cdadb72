import { HOST_FILES } from '../../archive/hosts.ts';
import { type ParsedRedirect, textOf, withBothEnds } from './former-address.ts';
import { parameterPattern, pathPattern } from './pattern.ts';
import type { HeaderRule } from './policy.ts';

export interface NginxOptions {
  /** Where the site is mounted, with a `/` at both ends. */
  base: string;
  /** Whether a page of the site has a path, whatever its letters' case: nginx ignores it in plain entries. */
  isPage: (path: string) => boolean;
}

/**
 * The two files for nginx. Former addresses are looked up by path in a table; those with a query have a
 * table for each path, in which the first pattern that matches counts.
 * @see https://nginx.org/en/docs/http/ngx_http_map_module.html
 */
export function nginxFiles(
  addresses: readonly ParsedRedirect[],
  rules: readonly HeaderRule[],
  options: NginxOptions,
): Record<string, string> {
  return {
    'http.nginx.conf': httpFile(addresses, rules, options),
    'server.nginx.conf': serverFile(rules, options.base),
  };
}

function httpFile(
  addresses: readonly ParsedRedirect[],
  rules: readonly HeaderRule[],
  { base, isPage }: NginxOptions,
): string {
  const byPath = Map.groupBy(addresses, ({ bytes }) => bytes.replace(/\/{2,}/g, '/'));
  const plain = new Map<string, string>();
  const asked = new Map<string, string>();
  const tables: string[] = [];
  for (const [path, some] of byPath) {
    const without = some.find(({ parameters }) => parameters.length === 0);
    if (without) plain.set(path, without.to);
    const queries = some.filter(({ parameters }) => parameters.length > 0);
    if (queries.length === 0) continue;
    const name = `$former_query_${tables.length + 1}`;
    asked.set(path, name);
    const lines = queries.map(
      ({ parameters, to }) => `  ${quote(`~${allOf(parameters)}`)} ${quote(to)};`,
    );
    tables.push(map('$args', name, lines));
  }
  const plainLines = pathLines(plain, isPage);
  const askedLines = pathLines(asked, isPage);
  const lengths = [...plainLines, ...askedLines].map((line) => Buffer.byteLength(line));
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  return `# Written by the build, for http { }, with server.nginx.conf for server { }:
#   include /path/to/http.nginx.conf;
# Take the next two lines out if you set them yourself.
map_hash_bucket_size ${2 ** Math.ceil(Math.log2(Math.max(longest + 64, 512)))};
map_hash_max_size ${2 ** Math.ceil(Math.log2(Math.max(2 * lengths.length, 2048)))};

# Former addresses.
${map('$uri', '$former_path', plainLines)}
${tables.join('\n')}
${map('$uri', '$former_query', askedLines)}
map $former_query $former_address {
  default $former_query;
  "" $former_path;
}

# Files that are written for hosts.
map $uri $is_host_file {
  volatile; # asked again for the page that says so
  default "";
  ${quote(`~^${pathPattern(base)}(?:${HOST_FILES.map(pathPattern).join('|')})$`)} 1;
}

# Headers of the site's files.
${headerNames(rules)
  .map((name) => headerMap(name, rules, base))
  .join('\n')}
`.replace(/\n{3,}/g, '\n\n');
}

const serverFile = (
  rules: readonly HeaderRule[],
  base: string,
) => `# Written by the build, for server { }, with http.nginx.conf for http { }:
#   include /path/to/server.nginx.conf;
# A location with add_header of its own loses the headers below: include this file there again.
error_page 404 ${base}404.html;
absolute_redirect off;
charset utf-8;
if ($is_host_file) { return 404; }
if ($former_address) { return 301 $former_address; }
${headerNames(rules)
  .map((name) => {
    // The page for 404 must not be cached.
    const always = name === 'Cache-Control' ? '' : ' always';
    return `add_header ${name} ${variableOf(name)}${always};`;
  })
  .join('\n')}
`;

const map = (source: string, name: string, lines: readonly string[]) =>
  `map ${source} ${name} {\n  default "";\n${lines.map((line) => `${line}\n`).join('')}}`;

/**
 * Entries by path. Those that are plain text are found at once, whatever their letters' case. Where that
 * would mix up two addresses, or hide a page, they are patterns.
 */
function pathLines(values: ReadonlyMap<string, string>, isPage: NginxOptions['isPage']): string[] {
  const lower = (path: string) => path.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const counts = new Map<string, number>();
  for (const path of values.keys()) counts.set(lower(path), (counts.get(lower(path)) ?? 0) + 1);
  return [...values].flatMap(([path, value]) => {
    const text = textOf(path);
    const isPlain = text !== undefined && !/[\x00-\x1F\x7F]/.test(text);
    const isAlone = counts.get(lower(path)) === 1 && (path === lower(path) || !isPage(lower(path)));
    const written = value.startsWith('$') ? value : quote(value);
    if (!isPlain || !isAlone) return [`  ${quote(`~^${pathPattern(path)}/?$`)} ${written};`];
    return withBothEnds(text).map((end) => `  ${quote(end)} ${written};`);
  });
}

const allOf = (parameters: ParsedRedirect['parameters']) =>
  `^${parameters.map((one) => `(?=.*?${parameterPattern(one)})`).join('')}`;

/** Text quoted for the file. `$` is special only in values, and no page's address contains it. */
const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

const headerNames = (rules: readonly HeaderRule[]) => [
  ...new Set(rules.flatMap(({ headers }) => Object.keys(headers))),
];
const variableOf = (name: string) => `$site_${name.toLowerCase().replaceAll('-', '_')}`;

/** Of patterns the first that matches counts, so the last rule comes first. */
function headerMap(name: string, rules: readonly HeaderRule[], base: string): string {
  const lines = rules.toReversed().flatMap(({ files, headers }) => {
    const value = headers[name];
    if (value === undefined || files === '') return [];
    const which = files.startsWith('.')
      ? `${pathPattern(files)}$`
      : `^${pathPattern(base + files)}`;
    return [`  ${quote(`~${which}`)} ${quote(value)};`];
  });
  const preset = rules.find(({ files }) => files === '')?.headers[name] ?? '';
  return `map $uri ${variableOf(name)} {\n  default ${quote(preset)};\n${lines.map((line) => `${line}\n`).join('')}}`;
}
