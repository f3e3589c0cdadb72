import fc from 'fast-check';
import { anyText } from './any-text.ts';

const MARKDOWN = [
  ...[
    '\n',
    '\n\n',
    '    ',
    '- ',
    '1. ',
    '> ',
    '# ',
    '### ',
    '---\n',
    '  \n',
    '\\',
    '&amp;',
    '&#x1;',
  ],
  ...[
    '*',
    '**',
    '_',
    '~~',
    '~',
    '`',
    '```\n',
    '[^1]',
    '[^1]: ',
    '- [ ] ',
    '- [x] ',
    '|',
    '|-|-|\n',
  ],
  ...['[a](#)', '[a](/media/2019/letter.pdf)', '![a](/media/2019/chart.png)', '[', '](', ')', '!['],
  ...['www.example.org', 'press@example.org', 'https://example.org/', '<https://example.org>'],
  ...[
    '[a](javascript:alert(1))',
    '![a](data:text/html,b)',
    '<javascript:alert(1)>',
    '[a](#%E0%A4%A)',
  ],
];
const TAGS = [
  ...['p', 'a', 'b', 'ul', 'li', 'table', 'tr', 'td', 'h2', 'blockquote', 'span', 'img', 'input'],
  ...['script', 'style', 'iframe', 'svg', 'math', 'form', 'template', 'object', 'body', 'title'],
  ...['textarea', 'noscript', 'select', 'plaintext', 'base', 'meta', 'link', 'details', 'section'],
];
const ATTRIBUTES = [
  ...['onclick="alert(1)"', 'onerror=alert(1)', 'style="color:red"', 'class="sr-only"', 'id="s-a"'],
  ...[
    'href="javascript:alert(1)"',
    'href=" JaVaScRiPt:alert(1)"',
    'href="java&#10;script:alert(1)"',
  ],
  ...[
    'src="data:image/svg+xml,a"',
    'src="//example.org/a.png"',
    'href="/a"',
    'lang="vi"',
    'align=x',
  ],
  ...[
    'data-statement',
    'data-footnote-ref',
    'name="body"',
    'srcset="a"',
    'xlink:href="javascript:a"',
  ],
  ...[
    'align="center"',
    'type="checkbox"',
    'disabled',
    'title="a"',
    'cite="javascript:a"',
    'dir=rtl',
  ],
];

const tag = fc
  .tuple(
    fc.constantFrom('<', '<', '<', '</'),
    fc.constantFrom(...TAGS),
    fc.subarray(ATTRIBUTES, { maxLength: 3 }),
  )
  .map(([open, name, attributes]) => `${open}${[name, ...attributes].join(' ')}>`);
const oddity = fc.constantFrom(
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!doctype html>',
  '<?a',
  '<',
  '>',
);

/** Markdown with HTML in it as nobody in their senses would write it. */
export const anyMarkdown = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...MARKDOWN) },
      { weight: 3, arbitrary: tag },
      { weight: 1, arbitrary: oddity },
      { weight: 3, arbitrary: anyText('a', 'b ', '.') },
    ),
    { maxLength: 30, size: 'max' },
  )
  .map((parts) => parts.join(''));
