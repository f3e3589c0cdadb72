/**
 * Joins the lines of a text that was sent as `format=flowed` (RFC 3676): a line that ends with a space goes
 * on in the next of the same depth of quotation, and a space at its start only keeps it from being changed.
 * @param deletesSpace whether the space at the end of a line is not part of the text (`DelSp=yes`).
 */
export function unflow(text: string, deletesSpace: boolean): string {
  const paragraphs: { depth: number; text: string }[] = [];
  let isOpen = false;
  for (const whole of text.split('\n')) {
    const depth = /^>*/.exec(whole)?.[0].length ?? 0;
    const line = whole.slice(depth).replace(/^ /, '');
    const isSignature = line === '-- ';
    const last = paragraphs.at(-1);
    if (isOpen && !isSignature && last?.depth === depth) last.text += line;
    else paragraphs.push({ depth, text: line });
    isOpen = line.endsWith(' ') && !isSignature;
    const open = paragraphs.at(-1);
    if (isOpen && deletesSpace && open !== undefined) open.text = open.text.slice(0, -1);
  }
  return paragraphs.map(({ depth, text: line }) => (depth === 0 ? line : `${'>'.repeat(depth)} ${line}`)).join('\n'); // prettier-ignore
}
