/** A former address and where it leads. Both begin at the root of the host, and are percent-encoded. */
export interface Redirect {
  /** With a `/` at its end, as its page has it; or with a query, and then there can be no page. */
  from: string;
  to: string;
}

const query = ({ from }: Redirect) => new URLSearchParams(from.split('?')[1] ?? '');
/** The parameters of the query, each written in one way. */
const parameters = (redirect: Redirect) =>
  [...query(redirect)].map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
const pathOf = ({ from }: Redirect) => from.split('?')[0] ?? '';
const hasQuery = ({ from }: Redirect) => from.includes('?');
/** With and without the `/` at its end: an address such as `/old/press.aspx` had none. */
const spellings = (path: string) => (path === '/' ? [path] : [path, path.replace(/\/$/, '')]);
const NOTE = '# Former addresses of releases. Written by the build.\n';

/**
 * The rules by which hosts lead former addresses on, by the name of the file that each of them reads.
 * Pages do the same on hosts that read none, but for addresses with a query.
 */
export function redirectFiles(redirects: readonly Redirect[]): Record<string, string> {
  if (redirects.length === 0) return {};
  return {
    _redirects: netlify(redirects),
    '.htaccess': apache(redirects),
    'redirects.nginx.conf': nginx(redirects),
    ...(redirects.some(hasQuery) ? cloudflare(redirects.filter(hasQuery)) : {}),
  };
}

/**
 * Netlify's rules; Cloudflare Pages reads those without a query and passes over the others.
 * @see https://docs.netlify.com/manage/routing/redirects/overview/
 */
function netlify(redirects: readonly Redirect[]): string {
  const lines = redirects.flatMap((redirect) => {
    if (!hasQuery(redirect))
      return spellings(redirect.from).map((from) => `${from} ${redirect.to} 301`);
    return [`${pathOf(redirect)} ${parameters(redirect).join(' ')} ${redirect.to} 301`];
  });
  return `${NOTE}${lines.join('\n')}\n`;
}

/**
 * For Cloudflare Pages a worker that knows the addresses with a query. It is asked for these paths alone.
 * @see https://developers.cloudflare.com/pages/functions/advanced-mode/
 */
function cloudflare(redirects: readonly Redirect[]): Record<string, string> {
  const table = redirects.map((redirect) => [pathOf(redirect), [...query(redirect)], redirect.to]);
  const paths = [...new Set(redirects.map(pathOf))];
  const most = 100; // rules that Cloudflare takes
  const routes = { version: 1, include: paths.length < most ? paths : ['/*'], exclude: [] };
  return {
    '_routes.json': `${JSON.stringify(routes, null, 2)}\n`,
    '_worker.js': `// Former addresses of releases. Written by the build.
const REDIRECTS = ${JSON.stringify(table, null, 1)};

export default {
  fetch(request, env) {
    const url = new URL(request.url);
    const found = REDIRECTS.find(
      ([path, query]) =>
        path === url.pathname && query.every(([name, value]) => url.searchParams.get(name) === value),
    );
    return found ? Response.redirect(new URL(found[2], url), 301) : env.ASSETS.fetch(request);
  },
};
`,
  };
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/ -]/g, '\\$&');

/** Apache's rules, in the folder that the site stands in. @see https://httpd.apache.org/docs/2.4/rewrite/ */
function apache(redirects: readonly Redirect[]): string {
  const lines = redirects.flatMap((redirect) => {
    // The server has decoded the path, and hands it over without the folder that the rules stand in.
    const path = decodeURI(pathOf(redirect)).replace(/\/$/, '');
    const conditions = parameters(redirect).map(
      (parameter) => `RewriteCond %{QUERY_STRING} (?:^|&)${literal(parameter)}(?:&|$)`,
    );
    return [
      ...conditions,
      `RewriteCond %{REQUEST_URI} ^${literal(path)}/?$`,
      `RewriteRule ^ ${redirect.to} [R=301,L,NE,QSD]`,
    ];
  });
  return `${NOTE}ErrorDocument 404 /404.html\nRewriteEngine On\n${lines.join('\n')}\n`;
}

/** A table for nginx: how to include it stands at its top. @see https://nginx.org/en/docs/http/ngx_http_map_module.html */
function nginx(redirects: readonly Redirect[]): string {
  const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
  const lines = redirects.flatMap((redirect) =>
    (hasQuery(redirect) ? [redirect.from] : spellings(redirect.from)).map(
      (from) => `  ${quoted(from)} ${quoted(redirect.to)};`,
    ),
  );
  return `${NOTE}# In http { }:    include /path/to/redirects.nginx.conf;
# In server { }:  if ($former_address) { return 301 $former_address; }
map_hash_bucket_size 512;
map $request_uri $former_address {
  default "";
${[...new Set(lines)].join('\n')}
}
`;
}
