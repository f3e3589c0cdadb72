import { readFile } from 'node:fs/promises';
import { madeRelease } from './made-release.ts';
import type { Files } from './temp-folder.ts';

/** Words that are in a release under embargo alone; none is like another, or like any real word. */
export const SECRETS = {
  slug: 'qzslugqz',
  title: 'Qztitleqz',
  subtitle: 'Qzsubtitleqz',
  dateline: 'QZDATELINEQZ',
  topic: 'Qztopicqz',
  speaker: 'Qzspeakerqz',
  contact: 'Qzcontactqz',
  alias: 'qzaliasqz',
  file: 'qzfileqz',
  fileWords: 'Qzfilewordsqz',
  body: 'Qzbodyqz',
  note: 'Qznoteqz',
};

const secretId = `2017-11-24-${SECRETS.slug}`;

/** A made-up archive with everything in it that makes a page: 54 releases, one of them under embargo. */
export async function madeSite(): Promise<Files> {
  const chart = await readFile('content/media/2019/sample-point-tide-gauge-chart.png');
  const many = Array.from({ length: 50 }, (_, n) => {
    const date = `2016-${String(1 + (n % 12)).padStart(2, '0')}-15`;
    const text = madeRelease({ date, title: `Number ${n}` }, `The lantern number ${n} is lit.`);
    return [`releases/2016/${date}-number-${n}.md`, text];
  });
  return {
    ...Object.fromEntries(many),
    'site.yaml': 'title: Made for a test\ntimezone: America/Los_Angeles\n',
    'offices/north.yaml': 'name: Office of the North\ncaucuses: api\nopened: 2016-01-01\n',
    'offices/south.yaml': 'name: Office of the South\n',
    'caucuses/api.yaml': 'name: API\n',
    'media/2017/chart.png': chart,
    'media/2017/letter.pdf': 'A letter.',
    [`media/2017/${SECRETS.file}.pdf`]: SECRETS.fileWords,
    'releases/2017/2017-11-22-a.md': madeRelease(
      {
        title: '"Lanterns: a beginning"',
        subtitle: 'With a subtitle',
        dateline: 'SALEM',
        office: '[north, south]',
        caucus: 'api',
        topics: '[Lanterns, Nhập cư, 移民]',
        speakers: 'Sam Sample',
        language: 'en',
        source: 'https://example.org/a',
        aliases: '[/news/a/, /old/press.aspx]',
        related: `[2017-11-23-b, ${secretId}]`,
        translations: secretId,
        attachments:
          '{ file: 2017/letter.pdf, title: A letter, credit: By Sam Sample, rights: Free to print }',
        corrections: '{ date: 2017-11-25, note: The name was misspelled. }',
      },
      [
        'SALEM – The lanterns are lit.[^1]',
        '![A chart](/media/2017/chart.png)',
        '## Background',
        '- See [the other](/releases/2017/11/23/b/) and [the letter](/media/2017/letter.pdf#page=2).',
        `> See [what is to come](/releases/2017/11/24/${SECRETS.slug}/).`.replace(
          SECRETS.slug,
          'x',
        ),
        '[^1]: A note, with [all](/releases/).',
      ].join('\n\n'),
    ),
    'releases/2017/2017-11-23-b.md': madeRelease({
      date: '2017-11-23',
      corrects: '2017-11-22-a',
      withdrawn: '{ date: 2017-11-24, reason: It was sent by mistake. }',
    }),
    'releases/2018/2018-01-01-c.md': madeRelease({ date: '2018-01-01', related: secretId }),
    [`releases/2017/${secretId}.md`]: madeRelease(
      {
        date: '2017-11-24',
        title: SECRETS.title,
        subtitle: SECRETS.subtitle,
        dateline: SECRETS.dateline,
        topics: SECRETS.topic,
        speakers: SECRETS.speaker,
        contact: `{ name: ${SECRETS.contact}, phone: 916-555-0123 }`,
        aliases: `/${SECRETS.alias}/`,
        attachments: `{ file: 2017/${SECRETS.file}.pdf, title: A }`,
        related: '2017-11-23-b',
        corrects: '2018-01-01-c',
        embargo: '2999-01-01T00:00:00Z',
      },
      `${SECRETS.body}[^1]\n\n[^1]: ${SECRETS.note}`,
    ),
  };
}
