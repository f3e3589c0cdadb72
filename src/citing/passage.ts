/** What a statement holds besides its words: links, marks and notes of the archive. */
const NOT_WORDS = '[data-permalink], [data-note], [data-footnote-ref], [data-footnote-backref]';

/** Words that were selected, of one statement or of several that follow one another. */
export interface Passage {
  /** The first of them. */
  statement: HTMLElement;
  /** All of them, in their order. */
  statements: readonly HTMLElement[];
  /** From a first letter to a last one: without the white space that a selection often holds. */
  range: Range;
}

/**
 * Reads a selection; undefined unless it begins and ends with words of statements, of one release. What is between
 * statements, such as a heading, is not part of the passage.
 */
export function selectedPassage(selection: Selection | null): Passage | undefined {
  if (!selection?.rangeCount || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  const texts = selectedTexts(range).filter(
    ({ node, words }) => /\S/.test(words) && !node.parentElement?.closest(NOT_WORDS),
  );
  const [first, last] = [texts[0], texts.at(-1)];
  const statement = first && statementOf(first.node);
  if (!last || !statement || !statementOf(last.node)) return undefined;
  const found = texts.map(({ node }) => statementOf(node)).filter((one) => one !== undefined);
  const statements = [...new Set(found)];
  const release = statement.closest('article');
  if (!statements.every((one) => one.closest('article') === release)) return undefined;
  range.setStart(first.node, first.start + first.words.search(/\S/));
  range.setEnd(last.node, last.start + last.words.trimEnd().length);
  const passage = { statement, statements, range };
  return /[\p{L}\p{N}]/u.test(passageWords(passage)) ? passage : undefined;
}

/** The words of a passage, a paragraph for each statement. */
export function passageWords({ statements, range }: Omit<Passage, 'statement'>): string {
  const parts = statements.map((statement) => {
    const own = range.cloneRange();
    if (!statement.contains(range.startContainer)) own.setStart(statement, 0);
    if (!statement.contains(range.endContainer)) own.setEnd(statement, statement.childNodes.length);
    return statementWords(statement, own);
  });
  return parts.filter((words) => words !== '').join('\n\n');
}

/** The statement that a part of the page belongs to. */
export function statementOf(node: Node): HTMLElement | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-statement]') ?? undefined;
}

/** The link of a statement to itself. */
export function permalinkOf(statement: HTMLElement): HTMLElement | undefined {
  return statement.querySelector<HTMLElement>('[data-permalink]') ?? undefined;
}

/**
 * A statement's words as they were issued, white space made single; the ones from which its id is made.
 * @param range reads those within it alone.
 */
export function statementWords(statement: HTMLElement, range?: Range): string {
  const isItem = statement.matches('li');
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof Element) {
      if (node.matches('br')) return ' ';
      // What a list in an item holds are statements of their own.
      if (node.matches(NOT_WORDS) || (isItem && node.matches('ul, ol'))) return '';
    }
    return [...node.childNodes].map(read).join('');
  };
  const words = [...(range?.cloneContents() ?? statement).childNodes].map(read).join('');
  return words.replace(/\s+/g, ' ').trim();
}

/** The pieces of text in a range, and where each begins in its node. */
function selectedTexts(range: Range): { node: Text; start: number; words: string }[] {
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (!(node instanceof Text) || !range.intersectsNode(node)) continue;
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.length;
    texts.push({ node, start, words: node.data.slice(start, end) });
  }
  return texts;
}
