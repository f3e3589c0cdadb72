import { OTHER_FORM } from './reasons.ts';
import { holdsNoWords, type WordLedger } from './words.ts';
import { elementsOf, type XmlElement } from './xml.ts';

/** All text in an element, whatever shows it, each stretch in a line of its own. */
export function allText(element: XmlElement): string {
  if (holdsNoWords(element.name)) return '';
  const art = element.name === 'v:textpath' ? (element.attributes.get('string') ?? '') : '';
  const inner = element.children.map((child) =>
    typeof child === 'string' ? child : allText(child),
  );
  return [art, ...inner].filter((text) => text !== '').join('\n');
}

/** The text in an element, a line for each paragraph. */
export function linesIn(element: XmlElement): string {
  const inner = element.children.map((child) =>
    typeof child === 'string' ? child : linesIn(child),
  );
  const isLine = /:(?:p|v|pt|br|tab)$/.test(element.name);
  return holdsNoWords(element.name) ? '' : inner.join('') + (isLine ? '\n' : '');
}

const SHOWN = new Set(['a:blip', 'v:imagedata', 'v:textpath', 'w:tab', 'w:br', 'w:sym']);

const showsSomething = (element: XmlElement): boolean =>
  SHOWN.has(element.name) ||
  element.children.some((child) =>
    typeof child === 'string'
      ? child.trim() !== '' && !holdsNoWords(element.name)
      : showsSomething(child),
  );

/**
 * The form of a drawing that is read, of those that Word wrote for different programs: the first that shows
 * something. Words that only another one has are reported.
 */
export function chosenForm(ledger: WordLedger, part: string, element: XmlElement): XmlElement {
  const forms = elementsOf(element);
  const chosen = forms.find(showsSomething) ?? forms[0] ?? element;
  const known = new Map<string, number>();
  const words = (text: string) => text.match(/\S+/g) ?? [];
  for (const form of forms) {
    if (form === chosen) continue;
    known.clear();
    for (const word of words(allText(chosen))) known.set(word, (known.get(word) ?? 0) + 1);
    const own = words(allText(form)).filter((word) => {
      const left = known.get(word) ?? 0;
      known.set(word, left - 1);
      return left < 1;
    });
    ledger.read(part, allText(form));
    ledger.report(own.join(' '), OTHER_FORM);
  }
  return chosen;
}
