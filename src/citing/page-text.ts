import type { PageText } from './text-directive.ts';

const IN_A_LINE = /^(?:inline|contents|ruby|ruby-text)$/; // values of CSS `display`
/** What breaks a line as well; a note is no part of the words, and may be gone when they are looked for. */
const APART = 'br, [data-note]';

/**
 * Reads what the page shows, as a browser searches it for the words of an address.
 * @param passage from one text to another, or within one.
 */
export function readPage(passage: Range): PageText {
  const page: PageText = { text: '', start: 0, end: 0 };

  function append(words: string) {
    const single = words.replace(/[ \t\n\r\f]+/g, ' '); // CSS does not collapse a no-break space
    page.text += /^[ \n]?$/.test(page.text.slice(-1)) ? single.replace(/^ /, '') : single;
  }

  function breakLine() {
    page.text = page.text.trimEnd();
    if (page.text !== '') page.text += '\n';
  }

  function readText(node: Text) {
    let from = 0;
    const appendTo = (place: number) => {
      append(node.data.slice(from, place));
      from = place;
      return page.text.length;
    };
    if (node === passage.startContainer) page.start = appendTo(passage.startOffset);
    if (node === passage.endContainer) page.end = appendTo(passage.endOffset);
    appendTo(node.length);
  }

  function read(parent: Node) {
    for (const node of parent.childNodes) {
      if (node instanceof Text) readText(node);
      if (!(node instanceof Element)) continue;
      const { display } = getComputedStyle(node);
      if (display === 'none') continue;
      const isApart = !IN_A_LINE.test(display) || node.matches(APART);
      if (isApart) breakLine();
      read(node);
      if (isApart) breakLine();
    }
  }

  read(document.body);
  return page;
}
