const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text in an element or an attribute of XML. */
export const escapeXml = (text: string): string =>
  xmlText(text).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

/** The text without what XML cannot contain: most control characters, and lone surrogates. */
export const xmlText = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
