import type { Schema } from 'hast-util-sanitize';

const WORDS = ['lang', 'dir', 'title'];
const ALIGN = ['align', /^(?:left|right|center|justify)$/i] as const;

/** Elements within a line of text. */
export const INLINE = [
  ...['a', 'img', 'br', 'em', 'strong', 'i', 'b', 'u', 's', 'del', 'ins', 'mark', 'small'],
  ...['sub', 'sup', 'abbr', 'cite', 'q', 'code', 'kbd', 'span', 'input'],
];

/**
 * The HTML that a release may hold, written as HTML or made from Markdown: text, its emphasis, lists,
 * tables, quotations, links and pictures; nothing that runs, styles, frames, submits or has an id.
 */
export const allowList: Schema = {
  tagNames: [
    ...['p', 'blockquote', 'ul', 'ol', 'li', 'pre', 'hr', 'section'],
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
    ...INLINE,
  ],
  attributes: {
    '*': WORDS,
    // Ids, classes and data attributes are only those that GFM's footnotes and task lists have.
    a: [
      'href',
      ['id', /^user-content-fnref-/],
      'dataFootnoteRef',
      'dataFootnoteBackref',
      ['ariaDescribedBy', 'footnote-label'],
      'ariaLabel',
      ['className', 'data-footnote-backref'],
    ],
    blockquote: ['cite'],
    q: ['cite'],
    del: ['cite'],
    ins: ['cite'],
    code: [['className', /^language-/]],
    h2: [
      ['id', 'footnote-label'],
      ['className', 'sr-only'],
    ],
    img: ['src', 'alt', 'width', 'height'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: [
      ['id', /^user-content-fn-/],
      ['className', 'task-list-item'],
    ],
    ol: ['start', 'reversed', 'type', ['className', 'contains-task-list']],
    ul: [['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: [[...ALIGN], 'colSpan', 'rowSpan'],
    th: [[...ALIGN], 'colSpan', 'rowSpan', 'scope'],
  },
  protocols: {
    href: ['http', 'https', 'mailto', 'tel', 'ftp'],
    src: ['http', 'https'],
    cite: ['http', 'https'],
  },
  // Markdown and the HTML parser put rows into tables; ids are the few above, and need no prefix.
  ancestors: {},
  clobber: [],
  required: { input: { disabled: true, type: 'checkbox' } },
  strip: ['script', 'style'],
};
