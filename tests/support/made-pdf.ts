/** What a made PDF tells programs that read it aloud. */
export interface PdfWishes {
  isTagged?: boolean;
  title?: string;
  language?: string;
}

/** The bytes of a PDF of one empty page, by ISO 32000: objects, their places, a trailer. */
export function madePdf({ isTagged = false, title, language }: PdfWishes = {}): Buffer {
  const tags = isTagged ? '/MarkInfo << /Marked true >> /StructTreeRoot 5 0 R' : '';
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${tags} ${language ? `/Lang (${language})` : ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] ${isTagged ? '/StructParents 0' : ''} >>`,
    `<< ${title ? `/Title (${title})` : ''} >>`,
    '<< /Type /StructTreeRoot /K [6 0 R] /ParentTree << /Nums [0 [6 0 R]] >> >>',
    '<< /Type /StructElem /S /P /P 5 0 R /Pg 3 0 R /K 0 >>',
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((object, n) => {
    const place = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${rows}${trailer}`, 'latin1');
}
