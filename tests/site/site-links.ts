import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element } from 'hast';
import { decodePath, encodePath } from '../../src/archive/path-encoding.ts';
import { SITE_URL } from '../support/site.ts';
import { attribute, type BuiltPage, find } from './built-page.ts';

/** What a page names: other pages, files, places within them. */
interface Link {
  from: string;
  address: URL;
}

/** Gathers the links of pages as they are read, and then tells which does not exist. */
export class LinkCheck {
  #folder: string;
  #base: string;
  #ids = new Map<string, Set<string>>();
  #links: Link[] = [];
  #problems: string[] = [];

  /** @param base where the site is mounted, with a `/` at both ends. */
  constructor(folder: string, base = '/') {
    this.#folder = folder;
    this.#base = base;
  }

  get count(): number {
    return this.#links.length;
  }

  add({ path, tree }: BuiltPage): void {
    const here = new URL(this.#base + encodePath(path.slice(1)), SITE_URL);
    const ids = find(tree, ({ properties }) => properties['id'] !== undefined).map((element) =>
      attribute(element, 'id'),
    );
    this.#ids.set(here.pathname, new Set(ids));
    if (new Set(ids).size < ids.length) this.#problems.push(`${path} has an id twice`);
    for (const element of find(tree, () => true)) {
      for (const target of targetsOf(element)) this.#addLink(path, target, here);
    }
  }

  #addLink(from: string, target: string, here: URL) {
    if (/^(?:mailto|tel):./.test(target)) return;
    if (target === '' || !URL.canParse(target, here)) {
      this.#problems.push(`${from} has a link to “${target}”`);
      return;
    }
    const address = new URL(target, here);
    if (address.origin === SITE_URL) this.#links.push({ from, address });
    else if (!/^https?:$/.test(address.protocol)) this.#problems.push(`${from} links to ${target}`);
  }

  /** Every link that leads nowhere, every id that a page has twice. */
  async problems(): Promise<string[]> {
    const files = new Map<string, boolean>();
    for (const { from, address } of this.#links) {
      const { pathname, hash } = address;
      if (!files.has(pathname)) files.set(pathname, await this.#isThere(pathname));
      const id = decodePath(hash.slice(1)) ?? hash;
      if (!files.get(pathname))
        this.#problems.push(`${from} links to ${pathname}, which is not there`);
      else if (id !== '' && !this.#ids.get(pathname)?.has(id)) {
        this.#problems.push(`${from} links to ${pathname}${hash}, which is not on that page`);
      }
    }
    return this.#problems;
  }

  /** A page has a `/` at its end, anything else is a file: so every plain server can serve it. */
  async #isThere(pathname: string): Promise<boolean> {
    if (!pathname.startsWith(this.#base)) return false;
    const below = decodePath(pathname.slice(this.#base.length));
    if (below === undefined) return false;
    const file = below === '' || below.endsWith('/') ? `${below}index.html` : below;
    return stat(join(this.#folder, file)).then(
      (found) => found.isFile(),
      () => false,
    );
  }
}

/** The addresses that an element names, in whatever attribute. */
function targetsOf(element: Element): string[] {
  const targets = ['href', 'src', 'action']
    .filter((name) => element.properties[name] !== undefined)
    .map((name) => attribute(element, name));
  const sources = attribute(element, 'srcSet').split(',').filter(Boolean);
  targets.push(...sources.map((source) => source.trim().split(/\s/)[0] ?? ''));
  if (attribute(element, 'httpEquiv').toLowerCase() === 'refresh') {
    targets.push(attribute(element, 'content').replace(/^.*?url=/, ''));
  }
  return targets;
}
