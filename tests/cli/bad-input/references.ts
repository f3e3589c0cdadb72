import { madeRelease } from '../../support/made-release.ts';
import { type Case, inRelease } from './case.ts';

const FREE = 'remove it: an address that is in use cannot redirect to this release';

/** Names that lead nowhere, or to where something else is. */
export const references: Case[] = [
  inRelease('an unknown office', { office: 'nroth' }, [
    '4: office names nroth, which has no file offices/nroth.yaml; did you mean north? If not, write that file with name: in it',
  ]),
  inRelease('an office by its name', { office: 'Office of the North' }, [
    '4: office names office-of-the-north, which has no file offices/office-of-the-north.yaml; did you mean north? If not, write that file with name: in it',
  ]),
  inRelease('an unknown caucus', { caucus: '[api, agriculture]' }, [
    '6: caucus names agriculture, which has no file caucuses/agriculture.yaml; write that file with name: in it',
  ]),
  inRelease('related to itself', { related: '2017-11-22-related-to-itself' }, [
    '6: related refers to the release itself; delete it',
  ]),
  inRelease('related to what is not there', { related: '\n  - 1999-12-31-like-no-other-release' }, [
    '7: related refers to 1999-12-31-like-no-other-release, which is not in the archive; give the name of a file under releases/ without .md',
  ]),
  {
    name: 'a translation with a typing error',
    files: {
      'releases/1998-01-01-libraries.md': madeRelease({ date: '1998-01-01' }),
      'releases/1998-01-02-bibliotecas.md': madeRelease({
        date: '1998-01-02',
        translations: '1998-01-01-librareis',
      }),
    },
    errors: [
      'releases/1998-01-02-bibliotecas.md:6: translations refers to 1998-01-01-librareis, which is not in the archive; did you mean 1998-01-01-libraries?',
    ],
  },
  inRelease('related by a title', { related: 'Twelve new tide gauges' }, [
    '6: related cannot be "Twelve new tide gauges": that is not the id of a release; ids of related releases: their file names without .md',
  ]),
  {
    name: 'an alias claimed twice',
    files: {
      'releases/1997-01-01-a.md': madeRelease({ date: '1997-01-01', aliases: '/news/1/' }),
      'releases/1997-01-02-b.md': madeRelease({ date: '1997-01-02', aliases: '/news/1' }),
    },
    errors: [
      `releases/1997-01-02-b.md:6: aliases claims /news/1/, the address of releases/1997-01-01-a.md; ${FREE}`,
    ],
  },
  inRelease('an alias that a page has', { aliases: '[/about/, /offices/north/]' }, [
    `6: aliases claims /about/, the address of another page; ${FREE}`,
    `6: aliases claims /offices/north/, the address of another page; ${FREE}`,
  ]),
  inRelease(
    'an alias of a page, as a browser hands it out',
    { aliases: '[/index.html, /%61bout]' },
    [
      `6: aliases claims /, the address of another page; ${FREE}`,
      `6: aliases claims /about/, the address of another page; ${FREE}`,
    ],
  ),
  {
    name: 'aliases of two releases that only capital letters tell apart',
    files: {
      'releases/1995-01-01-a.md': madeRelease({ date: '1995-01-01', aliases: '/Old/Caf%C3%A9' }),
      'releases/1995-01-02-b.md': madeRelease({ date: '1995-01-02', aliases: '/old/CAFÉ/' }),
    },
    errors: [
      'releases/1995-01-02-b.md:6: aliases claims /old/CAFÉ/, the address of releases/1995-01-01-a.md (/Old/Café/); remove it: on some disks two paths that differ only in capital letters or accents are one file',
    ],
  },
  inRelease('a missing attachment', { attachments: '{ file: none.pdf, title: A }' }, [
    '6: attachments refers to media/none.pdf, which does not exist; put the file there',
  ]),
  {
    name: 'an attachment with wrong capitals',
    files: {
      'media/1996/letter.pdf': 'A letter.',
      'releases/1996-01-01-a.md': madeRelease({
        date: '1996-01-01',
        attachments: '{ file: 1996/Letter.PDF, title: A }',
      }),
    },
    errors: [
      'releases/1996-01-01-a.md:6: attachments refers to media/1996/Letter.PDF, which does not exist; did you mean 1996/letter.pdf? Capital letters count',
    ],
  },
];
