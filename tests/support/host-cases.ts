import type { Host } from '../../src/archive/hosts.ts';
import type { Redirect } from '../../src/publish/hosts/former-address.ts';

/** A kind of former address, and what hosts are asked for. */
export interface HostCase {
  kind: string;
  from: string;
  /** Paths that are to lead to the release. */
  asked: string[];
  /** Paths that are not to lead anywhere by this rule. */
  others?: string[];
  /** Hosts of which we cannot know: their emulator stumbles over the path by itself, or is another's. */
  untried?: Host[];
}

const LONG = 'a-headline-that-nobody-cut-when-the-address-was-made-'.repeat(3);

/** Every kind of former address that a host may stumble over. No two lead to the same release. */
export const HOST_CASES: readonly HostCase[] = [
  {
    kind: 'plain path',
    from: '/news/2018/old/',
    asked: ['/news/2018/old', '/news/2018/old/', '/news/2018/old/?utm_source=mail'],
  },
  {
    kind: 'file name',
    from: '/old/press.aspx/',
    asked: ['/old/press.aspx', '/old/press.aspx/'],
    others: ['/old/pressXaspx'],
  },
  { kind: 'index.html', from: '/old/site/index.html/', asked: ['/old/site/index.html'] },
  {
    kind: 'letters beyond ASCII',
    from: '/news/nh%E1%BA%ADp/',
    asked: ['/news/nh%E1%BA%ADp', '/news/nh%E1%BA%ADp/'],
  },
  { kind: 'encoded space', from: '/news/old%20page/', asked: ['/news/old%20page'] },
  { kind: 'per cent sign', from: '/news/100%25/', asked: ['/news/100%25'], untried: ['netlify'] },
  { kind: 'small letters', from: '/news/case/', asked: ['/news/case'] },
  { kind: 'capital letters', from: '/News/Case/', asked: ['/News/Case'] },
  { kind: 'capitals of a page', from: '/Offices/', asked: ['/Offices/'] },
  { kind: '*', from: '/news/all*/', asked: ['/news/all*'], others: ['/news/alles', '/news/all/x'] },
  { kind: '* alone', from: '/wild/*/', asked: ['/wild/*'], others: ['/wild/x'] },
  { kind: ':name', from: '/tame/:id/', asked: ['/tame/:id'], others: ['/tame/x'] },
  { kind: '$', from: '/news/$1/', asked: ['/news/$1'] },
  { kind: '"', from: '/news/%22a%22/', asked: ['/news/%22a%22', '/news/"a"'] },
  { kind: ';', from: '/news/a;b/', asked: ['/news/a;b'] },
  { kind: '#', from: '/news/a%23b/', asked: ['/news/a%23b'], untried: ['github-pages'] },
  { kind: '\\', from: '/news/a%5Cb/', asked: ['/news/a%5Cb'] },
  {
    kind: 'marks of patterns',
    from: '/news/(x)[y]^+.%7Bz%7D|/',
    asked: ['/news/(x)[y]^+.%7Bz%7D|'],
    others: ['/news/x'],
  },
  { kind: 'longer than 100', from: `/news/${LONG}/`, asked: [`/news/${LONG}`] },
  {
    kind: '?one parameter',
    from: '/news/view.php?id=7',
    asked: [
      '/news/view.php?id=7',
      '/news/view.php?utm_source=mail&id=7',
      '/news/view.php?id=7&page=2',
    ],
    others: [
      '/news/view.php?id=77',
      '/news/view.php',
      '/news/view.php?xid=7',
      '/news/viewXphp?id=7',
    ],
  },
  {
    kind: '?two parameters',
    from: '/news/view.php?id=7&lang=es',
    asked: [
      '/news/view.php?id=7&lang=es',
      '/news/view.php?lang=es&id=7',
      '/news/view.php?a=b&lang=es&c=d&id=7',
    ],
  },
  { kind: '?page of the front', from: '/?p=123', asked: ['/?p=123'], others: ['/?p=12', '/'] },
  {
    kind: '?beside a path',
    from: '/news/2018/old/?id=9',
    asked: ['/news/2018/old/?id=9', '/news/2018/old?id=9'],
  },
  {
    kind: '?number alone',
    from: '/archive.asp?2019',
    asked: ['/archive.asp?2019'],
    others: ['/archive.asp?2018'],
  },
  {
    kind: '?word alone',
    from: '/story.asp?print',
    asked: ['/story.asp?print'],
    others: ['/story.asp'],
  },
  { kind: '?number as name', from: '/years.asp?2019=1', asked: ['/years.asp?2019=1'] },
  {
    kind: '?a=b+c',
    from: '/find.asp?a=b+c',
    asked: ['/find.asp?a=b+c', '/find.asp?a=b%20c'],
    others: ['/find.asp?a=b%2Bc'],
  },
  {
    kind: '?ids[]=3',
    from: '/list.asp?ids[]=3',
    asked: ['/list.asp?ids[]=3', '/list.asp?ids%5B%5D=3', '/list.asp?ids%5b%5d=3'],
  },
  {
    kind: '?id=a=b',
    from: '/equal.asp?id=a=b',
    asked: ['/equal.asp?id=a=b'],
    others: ['/equal.asp?id=a'],
  },
  {
    kind: '?one twice',
    from: '/twice.asp?t=1&t=2',
    asked: ['/twice.asp?t=1&t=2', '/twice.asp?t=2&t=1'],
    others: ['/twice.asp?t=2', '/twice.asp?t=1'],
  },
  {
    kind: '?letters beyond ASCII',
    from: '/find.asp?q=nh%E1%BA%ADp',
    asked: ['/find.asp?q=nh%E1%BA%ADp', '/find.asp?q=nh%e1%ba%adp'],
  },
  { kind: '?per cent sign', from: '/find.asp?q=100%25', asked: ['/find.asp?q=100%25'] },
  {
    kind: '?&',
    from: '/find.asp?q=a%26b',
    asked: ['/find.asp?q=a%26b'],
    others: ['/find.asp?q=a&b'],
  },
  {
    kind: '?:name',
    from: '/name.asp?id=:x',
    asked: ['/name.asp?id=:x'],
    others: ['/name.asp?id=5'],
  },
  { kind: '?*', from: '/star.asp?id=*', asked: ['/star.asp?id=*'], others: ['/star.asp?id=5'] },
  {
    kind: '?marks of patterns',
    from: '/marks.asp?a.b=(c)[d]^$+"\\',
    asked: ['/marks.asp?a.b=(c)[d]^$+%22\\'],
    others: ['/marks.asp?aXb=c'],
  },
  {
    kind: '?capital letters',
    from: '/Case.asp?Id=A',
    asked: ['/Case.asp?Id=A'],
    others: ['/Case.asp?Id=a'],
  },
  {
    kind: '?path with *',
    from: '/star*/x.asp?id=1',
    asked: ['/star*/x.asp?id=1'],
    others: ['/starry/x.asp?id=1'],
  },
  { kind: '?longer than 100', from: `/${LONG}?id=1`, asked: [`/${LONG}?id=1`] },
  {
    kind: '?on a page',
    from: '/releases/?id=3',
    asked: ['/releases/?id=3'],
    others: ['/releases/'],
  },
];

/** Where the former address of a case leads. */
export const targetOf = (n: number) => `/releases/2017/11/22/number-${n}/`;

/** The cases as redirects below a base, with a `/` at both ends. */
export const caseRedirects = (base = '/'): Redirect[] =>
  HOST_CASES.map(({ from }, n) => ({
    from: base + from.slice(1),
    to: base + targetOf(n).slice(1),
  }));

/** The files of a small site in which each former address without a query has its page. */
export function caseSite(): Record<string, string> {
  const page = (text: string) => `<!doctype html><meta charset="utf-8"><title>${text}</title>`;
  const former = HOST_CASES.flatMap(({ from }, n): [string, string][] => {
    if (from.includes('?')) return [];
    const refresh = `<meta http-equiv="refresh" content="0; url=${targetOf(n)}">`;
    return [[`${decodeURIComponent(from).slice(1)}index.html`, page('Moved') + refresh]];
  });
  return {
    'index.html': page('Front'),
    '404.html': page('Not found'),
    'releases/index.html': page('Releases'),
    'offices/index.html': page('Offices'),
    ...Object.fromEntries(former),
    ...Object.fromEntries(
      HOST_CASES.map((_, n) => [`${targetOf(n).slice(1)}index.html`, page(`Release ${n}`)]),
    ),
  };
}
