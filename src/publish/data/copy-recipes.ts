import { HOST_FILES } from '../../archive/hosts.ts';

/** Commands that copy the whole site, ready to run in an empty folder. */
export interface CopyRecipe {
  program: string;
  /** What it goes by or makes: words for it are in `src/words`, under `data.copies`. */
  way: 'byList' | 'byLinks' | 'asWarc';
  code: string;
}

/** Names in all letters stay as they are in addresses. */
const AS_NAMED = '--no-iri --restrict-file-names=nocontrol';

/**
 * Files for hosts are no part of a copy, since hosts do not hand out their own; nor is the editor, to which no page
 * leads, and which is of no use elsewhere.
 */
const SERVED = `grep -vE '  (${HOST_FILES.join('|')}|admin/.*)$' data/sha256sums.txt`;
const CHECK = `${SERVED} |\n  sha256sum --check --quiet && echo complete`;

/**
 * How `/data/` says that the site is copied. Each copy but the web archive is checked against the list of checksums.
 * @param root the absolute address of the site, with a `/` at its end.
 */
export function copyRecipes(root: string): CopyRecipe[] {
  const { href, host, pathname } = new URL(root.replaceAll("'", '%27'));
  const parts = pathname.split('/').length - 2; // of the path that the site is mounted at
  const flat = `-nH${parts === 0 ? '' : ` --cut-dirs=${parts}`}`;
  const wget = `wget -q -x ${flat}`;
  const folder = `${host.replace(':', '_')}${decodeURI(pathname)}`.replace(/\/$/, '');
  return [
    {
      program: 'wget',
      way: 'byList',
      code: [
        `${wget} ${href}data/sha256sums.txt`,
        `${SERVED} |`,
        // What an address cannot have as it is, then the address. No name has a backslash.
        `  sed 's/^[^ ]*  //; s/%/%25/g; s/#/%23/g; s/?/%3F/g; s|^|${href.replace(/[&|]/g, '\\$&')}|' |`,
        `  ${wget} ${AS_NAMED} -i -`,
        CHECK,
      ].join('\n'),
    },
    {
      program: 'wget',
      way: 'byLinks',
      code: [`wget -q --mirror -np ${flat} ${AS_NAMED} ${href}`, CHECK].join('\n'),
    },
    {
      program: 'HTTrack',
      way: 'byLinks',
      // -K4 leaves links as they are, -%F '' adds no comment, -u0 does not ask for types: else it changes files.
      // -s0 copies robots.txt too. -%k0 opens a connection for each file: it loses files where a server closes those that wait.
      code: [`httrack ${href} -O . -q -K4 -%F '' -u0 -s0 -%k0`, `cd '${folder}'`, CHECK].join('\n'),
    },
    {
      program: 'wget',
      way: 'asWarc',
      code: `wget -q -r -l inf -np -nd --delete-after --no-iri --warc-cdx --warc-file=copy ${href}`,
    },
  ];
}
