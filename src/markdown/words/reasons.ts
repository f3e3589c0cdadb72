import type { StretchFault } from './faulty-stretch.ts';

/** Why words are lost, and how to write them instead. */
export const REASONS: Record<
  StretchFault,
  (words: string, name: string, source: string) => [string, string]
> = {
  'open comment': (words) => [
    `hides ${words}: the comment that begins with <!-- has no end`,
    'put --> where the comment ends; write \\<!-- where the characters themselves are meant',
  ],
  'comment in a comment': (words) => [
    `hides ${words}: there is a second <!-- in the comment, which may have lost its end`,
    'put --> where the first comment ends, or take the second <!-- out',
  ],
  declaration: (words, _, source) => [
    `hides ${words}: a browser takes ${source.slice(0, 2)} for the beginning of a comment`,
    `delete the characters, or write \\${source.slice(0, 2)} where they are meant`,
  ],
  'open tag': (words) => [
    `hides ${words}: a tag that begins with < has no end`,
    'put > where the tag ends; write \\< where the character itself is meant',
  ],
  'attribute without effect': (words) => [
    `hides ${words}: a tag cannot say it, since it says it already or ends an element`,
    'write it as text, or take it out',
  ],
  'unused definition': (words, name) => [
    `hides ${words}: a line that begins with [${name}]: is a link's address, and no link refers to it`,
    `write \\[${name}]: to have it as text, or [words][${name}] where the link is`,
  ],
  'second definition': (words, name) => [
    `hides ${words}: the address of the link [${name}] is given twice`,
    `give one of the two another name, or write \\[${name}]: to have it as text`,
  ],
  'unused note': (words, name) => [
    `hides ${words}: it is the note [^${name}], and nothing refers to it`,
    `write [^${name}] where the note belongs, or make the note a paragraph`,
  ],
  'second note': (words, name) => [
    `hides ${words}: a second note has the name [^${name}]`,
    'give each note a name of its own, and its mark the same',
  ],
  'surplus cell': (words) => [
    `hides ${words}: the row has more cells than the head of its table`,
    'give the head as many cells; write \\| where the character itself is meant',
  ],
  fence: (words) => [
    `hides ${words}: what follows \`\`\` or ~~~ on its line is never shown`,
    'put the words on a line of their own',
  ],
  reference: (_, __, source) => [
    `has ${source}, which no page can show`,
    'write the character itself',
  ],
  html: (words) => [
    `does not show ${words} where it is written, because of HTML that is not closed or not allowed here`,
    'close each tag, such as <table> with </table>, or write it as Markdown',
  ],
};
