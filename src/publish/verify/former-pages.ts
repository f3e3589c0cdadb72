import { dirname } from 'node:path/posix';
import { z } from 'zod';
import { decodePath } from '../../archive/path-encoding.ts';
import { parseJson } from '../../archive/parse-json.ts';

const RELEASE_PAGE = /^releases\/\d{4}\/\d\d\/\d\d\/[^/]+\/index\.html$/;
const record = z.object({ frontmatter: z.object({ aliases: z.array(z.string()) }) });

/**
 * Pages of former addresses for which a host redirects by a rule: their bytes cannot be checked, but the
 * target must be the release that had the address.
 */
export class FormerPages {
  readonly #files: { has(path: string): boolean };
  /** By the path of a release's page, with `/` at its end. */
  readonly #aliases = new Map<string, Set<string>>();
  readonly #moved: { path: string; to: string }[] = [];

  /** @param files all files of the site. */
  constructor(files: { has(path: string): boolean }) {
    this.#files = files;
  }

  /** Reads the former addresses of a release from its `release.json`. */
  learn(path: string, json: string): void {
    const { data } = record.safeParse(parseJson(json));
    const folders = data?.frontmatter.aliases.flatMap((alias) => [
      alias,
      decodePath(alias) ?? alias,
    ]);
    if (folders) this.#aliases.set(`${dirname(path)}/`, new Set(folders.map(trimmed)));
  }

  /** Records that a host redirects from a file to another path. */
  add(path: string, to: string): void {
    this.#moved.push({ path, to });
  }

  /** The files from which a host redirects to a wrong target. */
  wrong(): string[] {
    return this.#moved.filter((one) => !this.#isRight(one)).map(({ path }) => path);
  }

  #isRight({ path, to }: { path: string; to: string }): boolean {
    if (!path.endsWith('/index.html') || !this.#files.has(`${to}release.json`)) return false;
    if (this.#aliases.get(to)?.has(dirname(path))) return true;
    // A release that was renamed left its page, and no file beside it.
    return RELEASE_PAGE.test(path) && !this.#files.has(`${dirname(path)}/release.json`);
  }
}

const trimmed = (path: string) => path.replace(/^\/|\/$/g, '');
