import { decodeText } from './decode-text.ts';
import { stretches, withoutStretches } from './stretches.ts';

/** Decodes a page, whose encoding it may itself declare. */
export const decodeHtml = (bytes: Uint8Array) => decodeText(bytes, declaredEncoding(bytes));

/** The encoding that a page declares, wherever: the standard looks at its first 1,024 bytes alone. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const markup = withoutStretches(Buffer.from(bytes).toString('latin1'), /<!--/g, '-->');
  for (const { start, end } of stretches(markup, /<meta\s/gi, '>')) {
    const charset = /charset\s*=[\s"']*([\w:.-]+)/i.exec(markup.slice(start, end))?.[1];
    if (charset !== undefined) return charset;
  }
  return /^\s*<\?xml [^>]*?encoding\s*=\s*["']([\w-]+)/.exec(markup.slice(0, 512))?.[1];
}
