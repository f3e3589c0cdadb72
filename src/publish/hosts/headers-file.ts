import type { HeaderRule } from './policy.ts';

/**
 * `_headers`, which Netlify and Cloudflare Pages read. Where two rules name a header, Netlify takes the
 * last, and Cloudflare joins both, unless the line with `!` takes the first away; Netlify ignores that.
 * @param rules the first is that of all files.
 * @param base where the site is mounted, with a `/` at both ends.
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 * @see https://docs.netlify.com/manage/routing/headers/
 */
export function headersFile(rules: readonly HeaderRule[], base: string): string {
  const everywhere = rules[0]?.headers ?? {};
  const texts = rules.map(({ files, headers }) => {
    const lines = Object.entries(headers).flatMap(([name, value]) => [
      ...(files !== '' && name in everywhere ? [`! ${name}`] : []),
      `${name}: ${value}`,
    ]);
    const path = files.startsWith('.') ? `${base}*${files}` : `${base}${files}*`;
    return [path, ...lines.map((line) => `  ${line}`)].join('\n');
  });
  return `# Headers of the site's files. Written by the build. This file belongs at the root of the host.
${texts.join('\n')}
`;
}
