import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

const MARKDOWN = [
  ...['\n', '\n\n', '\n\n', '    ', '- ', '1. ', '7) ', '> ', '# ', '---\n', '  \n', '\\', '\t'],
  ...['*', '**', '_', '~~', '`', '``', '```\n', '~~~', '```js\n', '- [x] ', '|', '\n|-|-|\n', '| a | b |\n|-|-|\n| c |'],
  ...['[^1]', '[^2]', '\n\n[^1]: ', '\n\n[^2]: ', '[a]', '[b][a]', '\n\n[a]: /media/2019/letter.pdf ', '\n\n[a]: http://a.org\n', '[^1-2]'],
  ...['[', ']', '](http://a.org)', '](http://a.org "', '")', '![', '](/media/2019/chart.png)', ']: ', '(', ')'],
  ...['&amp;', '&eacute;', '&#8212;', '&#146;', '&copy', '&', 'www.a.org ', 'http://a.org/?b&copy; ', '<http://a.org>', 'a@b.co '],
]; // prettier-ignore
const NAMES = [
  ...['p', 'a', 'b', 'ul', 'ol', 'li', 'table', 'table', 'tr', 'td', 'th', 'tbody', 'thead', 'caption', 'h2'],
  ...['blockquote', 'span', 'sup', 'pre', 'code', 'section', 'br', 'hr', 'q', 'input', 'div', 'form', 'title'],
  ...['textarea', 'select', 'option', 'template', 'noscript', 'script', 'style', 'svg', 'math', 'details'],
  ...['button', 'plaintext', 'iframe', 'dl', 'ruby', 'body', 'html', 'frameset'],
]; // prettier-ignore
const ATTRIBUTES = ['', '', '', ' title="', ' title="a"', ' lang=vi', ' href="http://a.org"', ' class="sr-only"', ' data-footnote-ref', ' id="user-content-fn-1"', " title='"]; // prettier-ignore
const ODD = ['<!--', '-->', '<!-- ', '<?', '?>', '<!X', '<![CDATA[', ']]>', '<', '>', '</', '"', "'", '=', '--!>', '<!-->', '</p x="']; // prettier-ignore

const tag = fc
  .tuple(fc.constantFrom('<', '<', '</'), fc.constantFrom(...NAMES), fc.constantFrom(...ATTRIBUTES))
  .map(([open, name, attribute]) => `${open}${name}${attribute}>`);

/**
 * Markdown and HTML as nobody writes it, with two words between: each is there once, such as `w7x`. Two,
 * since an address or a name of a tag holds one alone.
 */
export const markedWords: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(' WORDS ') },
      { weight: 2, arbitrary: fc.constant('WORDS') },
      { weight: 5, arbitrary: fc.constantFrom(...MARKDOWN) },
      { weight: 3, arbitrary: tag },
      { weight: 1, arbitrary: fc.constantFrom(...ODD) },
    ),
    { minLength: 1, maxLength: 24, size: 'max' },
  )
  .map((pieces) => {
    let n = 0;
    return pieces.join('').replace(/WORDS/g, () => `w${++n}x w${++n}x`);
  });

const WORD = /w\d+x/g;

/** The marked words of a text that its page shows nowhere, and those that it shows out of order. */
export function lostWords(markdown: string, html: string): string[] {
  const shown: string[] = [];
  const notes: string[] = [];
  const beside = new Set<string>(); // in attributes, which a browser shows on demand or follows
  const enter = (node: Node, isNote: boolean): void => {
    if ('value' in node) (isNote ? notes : shown).push(...(node.value.match(WORD) ?? []));
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        const into = name === 'alt' ? (isNote ? notes : shown) : undefined;
        for (const word of value.match(WORD) ?? []) {
          into?.push(word);
          if (name !== 'aria-label') beside.add(word);
        }
      }
    }
    if (!('childNodes' in node)) return;
    const isNotes = 'attrs' in node && node.attrs.some(({ name }) => name === 'data-footnotes');
    for (const child of node.childNodes) enter(child, isNote || isNotes);
  };
  enter(parse(`<!doctype html><body><main><div>${html}</div></main>`), false);
  const hidden = new Set([...markdown.matchAll(/<!--.*?--!?>/gs)].flatMap(([one]) => one.match(WORD) ?? [])); // prettier-ignore
  const all = new Set([...shown, ...notes, ...beside, ...hidden]);
  const lost = (markdown.match(WORD) ?? []).filter((word) => !all.has(word));
  const place = (word: string) => Number(word.slice(1, -1));
  const moved = shown.filter((word, n) => n > 0 && place(word) < place(shown[n - 1] ?? ''));
  return [...lost, ...moved];
}
