import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { fodtOf, odtOf, rtfOf, zipOf } from '../../support/office-documents.ts';
import { msgOf } from '../../support/outlook-mail.ts';

const WORDS =
  'harbor lantern meadow orchard bakery ferry quilt thimble copper willow pebble kettle saddle ribbon basket candle feather garden hammer island jacket ladder marble needle oyster paddle quarry rudder shovel tunnel velvet wagon almond barley cedar dahlia ember fennel ginger hazel indigo juniper kelp lilac maple nutmeg olive pepper quince raisin saffron thistle umber violet walnut yarrow zinnia acorn bramble clover daisy elder fern'.split(
    ' ',
  );

/** Days of which each is far enough from the next. */
const dayOf = (n: number) =>
  new Date(Date.UTC(2001, 0, 1 + ((n * 5) % 8000))).toISOString().slice(0, 10);
const longDay = (n: number) =>
  new Date(dayOf(n)).toLocaleDateString('en-US', { timeZone: 'UTC', dateStyle: 'long' });

/** A release that is like no other: its headline, its paragraphs, and words that are in it alone. */
export function textOf(n: number) {
  let state = 7919 * (n + 1);
  const word = () => {
    state = (state * 48_271) % 2_147_483_647;
    return WORDS[state % WORDS.length] ?? '';
  };
  const some = (count: number) => Array.from({ length: count }, word).join(' ');
  const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase());
  const mark = `pier number ${n} of the coast`;
  const last = `until the end of pier ${n} alone`;
  const title = `Senator Sample Opens Pier ${n} to the ${some(3).replace(/\b./g, (letter) => letter.toUpperCase())}`;
  return {
    mark,
    last,
    title,
    paragraphs: [
      `SAMPLETON – Senator Sam Sample today opened ${mark}, with ${some(20)}.`,
      `“${capital(some(18))},” the Senator said. “${capital(some(12))}.”`,
      `${capital(some(15))}, ${last}.`,
    ],
  };
}

const CONTACT = 'Contact: Casey Contact, (916) 555-0101';

/** The lines of a release, as on paper. */
function linesOf(n: number): string[] {
  const { title, paragraphs } = textOf(n);
  return ['FOR IMMEDIATE RELEASE', longDay(n), CONTACT, title, ...paragraphs, '###'];
}

const html = (n: number) => {
  const { title, paragraphs } = textOf(n);
  const body = [longDay(n), CONTACT, ...paragraphs].map((line) => `<p>${line}</p>`).join('\n');
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
};

const mail = (n: number) => {
  const { title, paragraphs } = textOf(n);
  const date = new Date(`${dayOf(n)}T12:00:00Z`).toUTCString().replace('GMT', '+0000');
  return `From: Casey Contact <casey@example.org>\nSubject: ${title}\nDate: ${date}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${[title, longDay(n), CONTACT, ...paragraphs].join('\n\n')}\n`;
};

const docx = (n: number) => {
  const { title, paragraphs } = textOf(n);
  const children = [
    ...[longDay(n), CONTACT].map((text) => new Paragraph(text)),
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
    ...paragraphs.map((text) => new Paragraph(text)),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
};

const row = (n: number) => {
  const { title, paragraphs } = textOf(n);
  return { title, date: dayOf(n), body: paragraphs.join('\n\n'), contact: CONTACT.slice(9) };
};

const fields = (n: number, is: string) => [
  `title${is} ${JSON.stringify(textOf(n).title)}`,
  `date${is} ${dayOf(n)}`,
];

type Made = string | Buffer | Promise<string | Buffer>;
type Make = (numbers: number[]) => Made;
const one =
  (make: (n: number) => Made): Make =>
  ([n = 0]) =>
    make(n);
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Files by their endings, with these releases in them. */
export const madeBy = {
  txt: one((n) => linesOf(n).join('\n\n')),
  html: one(html),
  md: one((n) => `---\n${fields(n, ':').join('\n')}\ncontact: Casey Contact, (916) 555-0101\n---\n\n${textOf(n).paragraphs.join('\n\n')}\n`),
  markdown: one((n) => `+++\n${fields(n, ' =').join('\n')}\ncontact = "Casey Contact, (916) 555-0101"\n+++\n\n${textOf(n).paragraphs.join('\n\n')}\n`),
  docx: one(docx),
  dotx: one(docx),
  eml: one(mail),
  emlx: one((n) => `${Buffer.byteLength(mail(n))}\n${mail(n)}<plist/>`),
  msg: one((n) => msgOf({ '001A001F': 'IPM.Note', '0037001F': textOf(n).title, '1000001F': mail(n).replace(/^[^]*?\n\n/, '') })),
  mht: one((n) => `MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(html(n)).toString('base64').replace(/.{76}/g, '$&\n')}\n`),
  rtf: one((n) => rtfOf(linesOf(n))),
  odt: one((n) => odtOf(linesOf(n))),
  fodt: one((n) => fodtOf(linesOf(n))),
  mbox: (numbers: number[]) => numbers.map((n) => `From a@example.org Thu May  3 17:00:00 2018\n${mail(n)}\n`).join(''),
  csv: (numbers: number[]) => `title,date,body,contact\n${numbers.map((n) => Object.values(row(n)).map(cell).join(',')).join('\n')}\n`,
  jsonl: (numbers: number[]) => numbers.map((n) => `${JSON.stringify(row(n))}\n`).join(''),
  json: (numbers: number[]) => JSON.stringify({ data: numbers.map((n) => ({ type: 'node--release', attributes: { title: textOf(n).title, created: dayOf(n), contact: CONTACT.slice(9), body: { value: textOf(n).paragraphs.map((text) => `<p>${text}</p>`).join('') } } })) }),
  xml: (numbers: number[]) => `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>${numbers.map((n) => `<item><title>${textOf(n).title}</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date>${dayOf(n)} 09:00:00</wp:post_date><content:encoded><![CDATA[<p>${CONTACT}</p>${textOf(n).paragraphs.map((text) => `<p>${text}</p>`).join('')}]]></content:encoded></item>`).join('')}</channel></rss>`,
  zip: (numbers: number[]) => zipOf(Object.fromEntries(numbers.map((n) => [`${n}.html`, html(n)]))),
} satisfies Record<string, Make>; // prettier-ignore

/** Endings of files that LibreOffice makes of such a `.fodt`. */
export const NEEDS_LIBREOFFICE = ['doc', 'pdf'];
