/** Of folders with a line for each release, so that git never finds a conflict where two people recorded different ones. */
export const ATTRIBUTES = { file: '.gitattributes', text: '*.jsonl text eol=lf merge=union\n' };
