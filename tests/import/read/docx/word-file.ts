import { ZipFile } from 'yazl';
import { convertDocument } from '../../../../src/import/convert/convert-document.ts';

const OOXML = 'http://schemas.openxmlformats.org';
const OFFICE = `${OOXML}/officeDocument/2006/relationships`;
const NAMESPACES = Object.entries({
  w: `${OOXML}/wordprocessingml/2006/main`,
  r: OFFICE,
  m: `${OOXML}/officeDocument/2006/math`,
  mc: `${OOXML}/markup-compatibility/2006`,
  wp: `${OOXML}/drawingml/2006/wordprocessingDrawing`,
  a: `${OOXML}/drawingml/2006/main`,
  pic: `${OOXML}/drawingml/2006/picture`,
  c: `${OOXML}/drawingml/2006/chart`,
  dgm: `${OOXML}/drawingml/2006/diagram`,
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** A relationship of the main part: its type, its target, and whether that is outside the package. */
export type Link = [type: string, target: string, isExternal?: boolean];

interface PackageParts {
  /** Other parts by path. Those that Word has for a document (`word/styles.xml`) are related by themselves. */
  parts?: Record<string, string | Buffer>;
  links?: Record<string, Link>;
  main?: string;
  /** Changes the main part: its prefix, its encoding. */
  change?: (xml: string) => string | Buffer;
}

/** A part of WordprocessingML. */
export const part = (root: string, inner: string) =>
  `<w:${root} ${NAMESPACES}>${inner}</w:${root}>`;

export const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** @param content a text, or XML. */
export const paragraph = (content: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;

const OWN = /^word\/(styles|numbering|settings|footnotes|endnotes|comments)\.xml$/;

/** A Word file of a body. */
export async function wordFile(
  body: string,
  { parts = {}, links = {}, main = 'word/document.xml', change = (xml) => xml }: PackageParts = {},
): Promise<Buffer> {
  const own = Object.keys(parts).flatMap((path): [string, Link][] => {
    const name = OWN.exec(path)?.[1];
    return name === undefined ? [] : [[`own-${name}`, [name, `${name}.xml`]]];
  });
  const zip = new ZipFile();
  const add = (path: string, content: string | Buffer) =>
    zip.addBuffer(Buffer.from(content), path, { mtime: new Date('2016-03-14T00:00:00Z') });
  add('_rels/.rels', relationships([['main', ['officeDocument', main]]]));
  add(main, change(part('document', `<w:body>${body}</w:body>`)));
  add(main.replace(/([^/]*)$/, '_rels/$1.rels'), relationships([...own, ...Object.entries(links)]));
  for (const [path, content] of Object.entries(parts)) add(path, content);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function relationships(links: [string, Link][]): string {
  const rows = links.map(
    ([id, [type, target, isExternal]]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="${OOXML}/package/2006/relationships">${rows.join('')}</Relationships>`;
}

const LEAD =
  'SAMPLETON – Senator Sam Sample today opened nine lighthouses to all who can climb their stairs.';

/** The head of a release and its first paragraph. */
export const HEAD = [
  'March 14, 2016',
  'Contact: Casey Contact, (916) 555-0100',
  'Nine Lighthouses Open',
  LEAD,
]
  .map((line) => paragraph(line))
  .join('');

/** Converts a release of which only what follows the first paragraph matters: its Markdown, and the rest. */
export async function convertBody(body: string, parts: PackageParts = {}) {
  const document = await convertDocument(await wordFile(HEAD + body, parts), 'docx');
  const [, text = ''] = document.markdown.split(`${LEAD}\n`);
  return { ...document, body: text.trim() };
}

/** What was left out, with the reason, apart from the head. */
export const reasons = ({ leftOut }: { leftOut: { text: string; reason: string }[] }) =>
  leftOut
    .map(({ text, reason }) => `${text}: ${reason}`)
    .filter((one) => !/: the (?:day |block of the press contact)/.test(one));
