import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { decodePath, encodePath } from '../archive/path-encoding.ts';
import { STATEMENT_ID } from '../archive/statement-id-form.ts';
import { linkTarget } from './link-target.ts';
import { error, warn } from './notes.ts';

/** A picture's size in pixels, so that the page reserves its place. */
export interface PictureSize {
  width: number;
  height: number;
}

export interface LinkOptions {
  /** Where the site is mounted, with a `/` at both ends. */
  base: string;
  /** The files under `media/` by their paths below it; a size for each that is a picture. */
  media: ReadonlyMap<string, PictureSize | undefined>;
}

const MEDIA = /^\/media\//;

/**
 * Resolves links and pictures. An address below the site gets the site's base; one on the web gets
 * `rel=external`; one that leads nowhere is shown as its text. Pictures must lie under `media/`, since
 * a page asks nothing of other sites. Paths of this site go to `file.data.links`.
 */
export function rehypeLinks({ base, media }: LinkOptions) {
  const below = (path: string) => base + path.replace(/^\//, '');

  function resolveLink(node: Element, file: VFile): boolean {
    if (node.properties['href'] === undefined) return false; // removed and reported by the allow-list
    const href = String(node.properties['href']).trim();
    const target = linkTarget(href);
    if (target.kind === 'web') {
      node.properties['href'] = target.href;
      node.properties['rel'] = ['external'];
    } else if (target.kind === 'site' && MEDIA.test(target.path)) {
      node.properties['href'] = below(encodedFile(target.path, node, file)) + target.rest;
    } else if (target.kind === 'site') {
      const line = node.position?.start.line ?? 1;
      (file.data.links ??= []).push({ path: target.path, line });
      node.properties['href'] = below(target.path) + target.rest;
    } else if (target.kind === 'none' && !/^#./.test(href)) {
      const hint = 'give the whole address, as in https://example.org/letter';
      warn(
        file,
        node,
        'link',
        `links to ${href === '' ? 'nothing' : href}, which does not exist: it is shown as text`,
        hint,
      );
      return false;
    }
    return true;
  }

  /** The address of a file under `media/`; a place in it (`#page=2`) is left to the browser. */
  const encodedFile = (address: string, node: Element, file: VFile) =>
    `/media/${encodePath(findFile(address, node, file))}`;

  /** The file under `media/` that an address names. */
  function findFile(address: string, node: Element, file: VFile): string {
    const path = decodePath(address.replace(MEDIA, '')) ?? address;
    if (!media.has(path)) {
      const hint = 'put the file there, or correct its name (capital letters count)';
      error(file, node, 'media', `refers to media/${path}, which does not exist`, hint);
    }
    (file.data.media ??= []).push(path);
    return path;
  }

  function resolvePicture(node: Element, file: VFile) {
    const source = String(node.properties['src'] ?? '');
    const target = linkTarget(source);
    if (target.kind !== 'site' || !MEDIA.test(target.path)) {
      const reason = `has a picture from ${source === '' ? 'nowhere' : source}, outside this archive`;
      const hint = 'put the file under media/ and write ![what it shows](/media/name.png)';
      error(file, node, 'picture', reason, hint);
      delete node.properties['src'];
      return;
    }
    const path = findFile(target.path, node, file);
    if (!node.properties['alt']) {
      const hint = 'say in the square brackets what it shows';
      warn(file, node, 'picture', `has a picture without words, ${path}`, hint);
      node.properties['alt'] = '';
    }
    Object.assign(node.properties, media.get(path), {
      src: below(`media/${encodePath(path)}`),
      loading: 'lazy',
    });
  }

  return (tree: Root, file: VFile): undefined => {
    const ids = new Set<unknown>();
    visit(tree, 'element', (node) => void ids.add(node.properties['id']));
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'img') resolvePicture(node, file);
      if (node.tagName !== 'a' || index === undefined) return undefined;
      const href = String(node.properties['href'] ?? '');
      const isNote =
        'dataFootnoteRef' in node.properties || 'dataFootnoteBackref' in node.properties;
      const leads =
        /^#./.test(href) && !isNote ? hasTarget(href, ids, node, file) : resolveLink(node, file);
      if (leads) return undefined;
      parent?.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    });
  };
}

/** Whether a link within the release finds its heading; statements can be cited as well. */
function hasTarget(href: string, ids: ReadonlySet<unknown>, node: Element, file: VFile): boolean {
  const id = decodePath(href.slice(1)) ?? href;
  if (ids.has(id) || STATEMENT_ID.test(id)) return true;
  const hint = 'link to a heading of this release, or give the whole address';
  warn(file, node, 'link', `links to ${href}, which does not exist: it is shown as text`, hint);
  return false;
}
