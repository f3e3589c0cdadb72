import { HOST_FILES } from '../../archive/hosts.ts';
import type { ParsedRedirect } from './former-address.ts';
import { parameterPattern, pathPattern } from './pattern.ts';
import type { HeaderRule } from './policy.ts';

/**
 * `.htaccess`, for Apache, in the folder of the site: what is not found, headers, types and
 * former addresses. Its patterns are those of paths below that folder.
 * @param base where the site is mounted, with a `/` at both ends.
 * @see https://httpd.apache.org/docs/2.4/rewrite/htaccess.html
 */
export function apacheFile(
  addresses: readonly ParsedRedirect[],
  rules: readonly HeaderRule[],
  base: string,
): string {
  const hidden = HOST_FILES.map((name) => pathPattern(name)).join('|');
  const text = `# Written by the build. It needs AllowOverride FileInfo. With many former addresses, include it in
# <Directory> of the server's own configuration instead: there it is not read for each request.
ErrorDocument 404 ${base}404.html
AddType application/x-bibtex .bib
AddType application/x-research-info-systems .ris
AddType application/vnd.apache.parquet .parquet
AddType application/ld+json .jsonld
RemoveEncoding .gz
AddCharset utf-8 .bib .csv .html .json .ris .txt .xml
<IfModule mod_headers.c>
${rules.flatMap(headerLines(base)).join('\n')}
</IfModule>
RewriteEngine On
RewriteRule ^(?:${hidden})$ - [R=404,L]
${addresses.flatMap(rewriteLines(base)).join('\n')}
`;
  return `${text.trimEnd()}\n`;
}

const headerLines =
  (base: string) =>
  ({ files, headers }: HeaderRule) => {
    const start = pathPattern(base);
    const which = files.startsWith('.')
      ? `${pathPattern(files)}$`
      : `^${start}${pathPattern(files)}`;
    return Object.entries(headers).map(([name, value]) => {
      // Redirects and the page for 404 must not be cached.
      const table = name === 'Cache-Control' ? '' : 'always ';
      const condition = files === '' ? '' : ` "expr=%{REQUEST_URI} =~ m#${which}#"`;
      return `Header ${table}set ${name} "${value}"${condition}`;
    });
  };

const rewriteLines =
  (base: string) =>
  ({ bytes, parameters, to }: ParsedRedirect): string[] => {
    const below = withoutDoubleSlashes(bytes).slice(base.length);
    const conditions = parameters.map(
      (parameter) => `RewriteCond %{QUERY_STRING} ${parameterPattern(parameter)}`,
    );
    const target = to.replace(/[%$\\]/g, '\\$&');
    return [...conditions, `RewriteRule ^${pathPattern(below)}/?$ ${target} [R=301,L,NE,QSD]`];
  };

/** In the form in which the server compares it. */
const withoutDoubleSlashes = (path: string) => path.replace(/\/{2,}/g, '/');
