/*
 * What browser scripts need to know of Pagefind's files: those with the words of a release. It needs
 * nothing of Node.
 */

/** A release in the index. */
export interface PagefindFragment {
  url: string;
  /** Its words; a place is a number of words from the beginning. */
  content: string;
  meta: Record<string, string>;
  anchors: { id: string; element: string; location: number; title?: string }[];
}

/** The file of a release's words, below the index's folder. */
export const fragmentFile = (name: string) => `fragment/${name}.pf_fragment`;

/** The first characters of each file that Pagefind has written, once decompressed. */
const MAGIC = 'pagefind_dcd';

/** Reads the words of a release. @throws {Error} if Pagefind has not written them. */
export function parseFragment(text: string): PagefindFragment {
  if (!text.startsWith(MAGIC)) throw new Error('A file is not of a Pagefind index');
  return JSON.parse(text.slice(MAGIC.length)) as PagefindFragment;
}

/** Divides the words of a release as Pagefind does, so that its places hold. */
export const splitContent = (content: string): string[] => content.split(/[^\S\uFEFF]+/);
