import { nearest } from './nearest.ts';

/** Files of systems, editors and git; every other file that is not read is reported. */
const HOUSEKEEPING =
  /^(?:\.DS_Store|\._.*|\.git(?:|ignore|attributes|keep|modules)|\.keep|\.editorconfig|\.directory|\.localized|Thumbs\.db|desktop\.ini|\.replacing.*|\.draft-.*)$/i;
/** Copies that editors and people leave, and what is written at the moment. */
const COPY = /(?:~|\.(?:bak|old|orig|rej|tmp|temp|swp|swo|part|copy))$|^[.#]/i;
/** What `npm run import` reads. */
const IMPORTED = /\.(?:txt|docx|pdf|html?|eml|zip|csv|jsonl)$/i;
const MARKDOWN = /\.(?:markdown|mdown|mkdn?|mdx|md)$/i;

/** Something in a content folder that an archive takes no notice of: reads after the file's name. */
export interface Stray {
  message: string;
  hint: string;
}

/** Whether a file is of the system's or an editor's own, and nobody wonders what became of it. */
export const isHousekeeping = (name: string) => HOUSEKEEPING.test(name);

/**
 * What to say of a file that lies where others are read.
 * @param name of the file, or of a folder whose name begins with a dot.
 * @param ending that read files have.
 * @param hint what belongs there, for a file of which nothing else can be guessed.
 * @param what a file with the ending `.md` is there; only releases are imported.
 */
export function strayFile(
  name: string,
  ending: '.md' | '.yaml' | '.jsonl',
  hint: string,
  what: 'release' | 'page' = 'release',
): Stray {
  const article = ending === '.md' ? 'an' : 'a';
  const message = `is ignored: not ${article} ${ending} file`;
  if (COPY.test(name)) {
    const why = name.startsWith('.') ? 'its name begins with a dot' : 'it looks like a copy';
    const what = 'delete it, or give it the name that it is to have';
    return { message: `is ignored: ${why}`, hint: `${what}, with ${ending} at its end` };
  }
  const bare = name.replace(/\.[^.]*$/, '');
  if (ending === '.md' && (MARKDOWN.test(name) || !name.includes('.'))) {
    return { message, hint: `if it is a ${what}, rename it to ${bare}.md` };
  }
  if (ending === '.yaml' && /\.ya?ml$/i.test(name)) {
    return { message, hint: `rename it to ${bare}.yaml` };
  }
  if (ending === '.jsonl' && /\.jsonl?$/i.test(name)) {
    return { message, hint: `rename it to ${bare}.jsonl` };
  }
  if (ending === '.md' && what === 'release' && IMPORTED.test(name)) {
    const command = 'put it elsewhere and run npm run import with it';
    return { message, hint: `${hint}, or ${command}` };
  }
  return { message, hint };
}

const FOLDERS = [
  ...['releases', 'offices', 'caucuses', 'ledger', 'history', 'media', 'sources'],
  ...['pages', 'site'],
];

/** What to say of something at the top of a content folder; undefined where nothing is to be said. */
export function strayAtTop(name: string, isFolder: boolean): Stray | undefined {
  if (name.startsWith('.') || isHousekeeping(name)) return undefined;
  if (isFolder) {
    if (FOLDERS.includes(name)) return undefined;
    const meant = nearest(name, FOLDERS);
    const known = `the folders of an archive are ${FOLDERS.join(', ')}`;
    const hint = meant ? `did you mean ${meant}/?` : `${known}; put others outside`;
    return { message: 'is ignored: no folder of an archive', hint };
  }
  if (name === 'site.yaml') return undefined;
  if (/^\d{4}-\d\d?-\d\d?.*\.\w+$/.test(name)) {
    return { message: 'is ignored: not under releases/', hint: 'move it to releases/' };
  }
  if (/\.ya?ml$/i.test(name)) {
    const hint =
      'what the archive says of itself is in site.yaml; an office has a file in offices/';
    return { message: 'is ignored: not site.yaml', hint };
  }
  return undefined;
}
