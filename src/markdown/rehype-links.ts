import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { error, warn } from './notes.ts';

/** A picture's size in pixels, so that the page keeps its place free. */
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

const WEB = /^https?:\/\//i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const MEDIA = /^\/?media\//;

/**
 * Settles links and pictures. An address below the site gets the site's base; one on the web gets
 * `rel=external`; one that leads nowhere is shown as its text. Pictures must lie under `media/`, since
 * a page asks nothing of other sites. Paths of this site go to `file.data.links`.
 */
export function rehypeLinks({ base, media }: LinkOptions) {
  const below = (path: string) => base + path.replace(/^\//, '');

  function settleLink(node: Element, file: VFile): boolean {
    if (node.properties['href'] === undefined) return false; // taken out, and told of, by the allow-list
    const href = String(node.properties['href']).trim();
    if (WEB.test(href) || href.startsWith('//')) {
      node.properties['rel'] = ['external'];
    } else if (SCHEME.test(href)) {
      return true;
    } else if (MEDIA.test(href)) {
      settleFile(href, node, file);
      node.properties['href'] = below(href);
    } else if (href.startsWith('/')) {
      const line = node.position?.start.line ?? 1;
      (file.data.links ??= []).push({ path: withoutPlace(href), line });
      node.properties['href'] = below(href);
    } else if (!/^#./.test(href)) {
      const hint = 'give the whole address, as in https://example.org/letter';
      warn(
        file,
        node,
        'link',
        `has a link to ${href === '' ? 'nothing' : href}, which leads nowhere: it is shown as text`,
        hint,
      );
      return false;
    }
    return true;
  }

  /** The file under `media/` that an address names; a place in it (`#page=2`) is left to the browser. */
  function settleFile(address: string, node: Element, file: VFile): string {
    const path = decoded(withoutPlace(address.replace(MEDIA, '')));
    if (!media.has(path)) {
      const hint = 'put the file there, or mend its name (capital letters count)';
      error(file, node, 'media', `names media/${path}, which is not there`, hint);
    }
    (file.data.media ??= []).push(path);
    return path;
  }

  function settlePicture(node: Element, file: VFile) {
    const source = String(node.properties['src'] ?? '');
    if (!MEDIA.test(source)) {
      const reason = `has a picture from ${source === '' ? 'nowhere' : source}, outside this archive`;
      const hint = 'put the file under media/ and write ![what it shows](/media/name.png)';
      error(file, node, 'picture', reason, hint);
      delete node.properties['src'];
      return;
    }
    const path = settleFile(source, node, file);
    if (!node.properties['alt']) {
      const hint = 'say in the square brackets what it shows';
      warn(file, node, 'picture', `has a picture without words, ${path}`, hint);
      node.properties['alt'] = '';
    }
    Object.assign(node.properties, media.get(path), { src: below(source), loading: 'lazy' });
  }

  return (tree: Root, file: VFile): undefined => {
    const ids = new Set<unknown>();
    visit(tree, 'element', (node) => void ids.add(node.properties['id']));
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'img') settlePicture(node, file);
      if (node.tagName !== 'a' || index === undefined) return undefined;
      const href = String(node.properties['href'] ?? '');
      const isNote =
        'dataFootnoteRef' in node.properties || 'dataFootnoteBackref' in node.properties;
      const leads =
        /^#./.test(href) && !isNote ? hasTarget(href, ids, node, file) : settleLink(node, file);
      if (leads) return undefined;
      parent?.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    });
  };
}

/** Whether a link within the release finds its heading; statements can be cited as well. */
function hasTarget(href: string, ids: ReadonlySet<unknown>, node: Element, file: VFile): boolean {
  const id = decoded(href.slice(1));
  if (ids.has(id) || /^s-[a-z2-7]{8}(-\d+)?$/.test(id)) return true;
  const hint = 'name a heading of this release, or give the whole address';
  warn(file, node, 'link', `has a link to ${href}, which leads nowhere: it is shown as text`, hint);
  return false;
}

/** An address without a query and a place in the page. */
const withoutPlace = (address: string) => address.split(/[?#]/, 1)[0] ?? '';

/** The text of an address that may be percent-encoded; `100%.pdf` is not. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // the only way that JavaScript has to say no
  }
}
