/** Characters that neither a page nor a feed can hold: XML 1.0 has no way to write them. */
export const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Whether a text has such a character, or half of one: `"\uD800"` in YAML or JSON is no character. */
export const isUnprintable = (text: string) => UNPRINTABLE.test(text) || !text.isWellFormed();
