import PostalMime, { type Attachment } from 'postal-mime';
import { type SourceDocument, type SourceFile, UnreadableSource } from './document.ts';
import { savedPage } from './read-html.ts';

/**
 * Reads a web page that a browser or Word saved as one file (MHTML, RFC 2557): a mail whose text is the page,
 * with the page's pictures attached.
 */
export async function readMht(bytes: Uint8Array): Promise<SourceDocument> {
  const mail = await PostalMime.parse(withIds(bytes), { attachmentEncoding: 'arraybuffer' });
  const html = mail.html ?? '';
  if (html.trim() === '') {
    throw new UnreadableSource('has no web page in it', 'save the page again, as .html or PDF');
  }
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value.trim();
  const address = header('snapshot-content-location') ?? header('content-location');
  const document = savedPage(html, address);
  const shown = new Map(document.pictures?.map((picture) => [picture.address, picture]));
  const files: SourceFile[] = [];
  for (const attachment of mail.attachments) {
    const picture = placesOf(attachment).map((place) => shown.get(place)).find((one) => one !== undefined); // prettier-ignore
    if (picture === undefined) continue; // an advertisement, a style sheet, a frame
    shown.delete(picture.address);
    files.push({
      name: nameOf(picture.address, attachment),
      bytes: new Uint8Array(attachment.content as ArrayBuffer),
      alt: picture.alt || undefined,
    });
  }
  return { ...document, files, pictures: [...shown.values()] };
}

/** The lines above a part: the boundary, and its headers. */
const PART_HEAD = /^--\S[^\n]*\n(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+/gm;

/** Pages refer to their parts by addresses, which postal-mime does not pass on: they become ids, which it does. */
function withIds(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes).toString('latin1');
  const withId = text.replace(PART_HEAD, (head) =>
    head.replace(/^Content-Location:[ \t]*(\S+)/im, 'Content-ID: <$1>'),
  );
  return Buffer.from(withId, 'latin1');
}

/** The addresses by which a page shows an attachment. */
function placesOf({ contentId }: Attachment): string[] {
  const id = contentId?.replace(/^<|>$/g, '');
  return id === undefined ? [] : [id, `cid:${id}`];
}

function nameOf(address: string, { filename, mimeType }: Attachment): string {
  const [path = ''] = address.split(/[?#]/, 1);
  const name = filename ?? path.split(/[/\\]/).at(-1) ?? '';
  return /\.\w{3,4}$/.test(name) ? name : `picture.${mimeType.split('/').at(-1)?.replace('jpeg', 'jpg').replace('svg+xml', 'svg')}`; // prettier-ignore
}
