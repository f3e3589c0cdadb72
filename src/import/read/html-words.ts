import type { Element, Nodes, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { LeftOut } from './document.ts';
import { collapse } from '../parse/text-shape.ts';

const SILENT =
  /^(?:script|style|noscript|template|head|title|iframe|object|svg|canvas|audio|video|embed|datalist|noembed|noframes)$/;
const CONTROL = /^(?:select|option|optgroup|button|input|textarea)$/;
const APART =
  /^(?:p|div|li|ul|ol|td|th|tr|table|caption|h[1-6]|br|hr|section|article|header|footer|nav|aside|main|blockquote|pre|dl|dt|dd|figure|figcaption|form|fieldset|legend|address|body|label|summary|details|center|menu|dialog)$/;
const PLAYER = /^(?:iframe|object|embed|audio|video)$/;

/** Names that Gmail, Thunderbird, Outlook and Apple Mail give a signature. */
const SIGNATURE =
  /^(?:gmail_signature|moz-signature|signature|applemailsignature|ms-outlook-mobile-signature)$/i;

const EMPTY: RootContent = { type: 'text', value: '' };
const SPACE: RootContent = { type: 'text', value: ' ' };

/** All words that a tree shows, space where a block ends. */
export function htmlWords(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element' && (isHidden(node) || CONTROL.test(node.tagName))) return '';
  return inner(node, htmlWords);
}

function inner(node: Root | Element, words: (child: Nodes) => string): string {
  const text = node.children.map(words).join('');
  return node.type === 'element' && APART.test(node.tagName) ? ` ${text} ` : text;
}

/** Whether a browser shows nothing of an element, or nothing that a page of the archive could. */
const isHidden = ({ tagName, properties }: Element) =>
  SILENT.test(tagName) ||
  properties['hidden'] === true ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(String(properties['style'] ?? '')); // prettier-ignore

/** All text in an element, shown or not, but for what is no text: scripts, styles. */
function allWords(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element' && /^(?:script|style|iframe)$/.test(node.tagName)) return '';
  return inner(node, allWords);
}

/**
 * Takes out what a browser does not show, and the controls of a page.
 * @returns the words of these.
 */
export function takeOutHidden(parent: Root | Element): LeftOut[] {
  const leftOut: LeftOut[] = [];
  const replaced = (child: RootContent): RootContent => {
    if (child.type === 'comment') return EMPTY;
    if (child.type !== 'element' || PLAYER.test(child.tagName)) return child;
    const isControl = CONTROL.test(child.tagName);
    if (!isControl && !isHidden(child)) return child;
    const text = collapse(allWords(child));
    const reason = isControl
      ? 'a button or a field of the page'
      : 'hidden: a browser does not show it';
    if (text !== '') leftOut.push({ text, reason });
    return isControl ? SPACE : EMPTY;
  };
  visit(parent, (node) => {
    // A soft hyphen only says where a word may be divided.
    if (node.type === 'text') node.value = node.value.replaceAll('\u00ad', '');
    if ('children' in node) node.children = node.children.map(replaced);
  });
  return leftOut;
}

/**
 * Takes out frames and players, which a page of the archive cannot have.
 * @returns a line for each: its kind, title and address; and the words that it falls back to.
 */
export function takeOutPlayers(parent: Root | Element): LeftOut[] {
  const players: LeftOut[] = [];
  visit(parent, 'element', (node) => {
    node.children = node.children.filter((child) => {
      if (child.type !== 'element' || !PLAYER.test(child.tagName)) return true;
      const address = addressOf(child);
      const text = [child.properties['title'], address, collapse(allWords(child))]
        .filter(Boolean)
        .join(', ');
      const reason = 'an embedded player or frame: link to it, or put the file under media/ and list it in attachments'; // prettier-ignore
      if (text !== '') players.push({ text, reason });
      return false;
    });
  });
  return players;
}

/** Why a signature is left out. */
export const IS_SIGNATURE = 'the signature';

/**
 * Takes out the signatures that mail programs mark as such, and returns their lines. Gmail sometimes marks a whole mail: what has more
 * words than the rest is none.
 */
export function takeOutSignatures(parent: Root | Element): LeftOut[] {
  const leftOut: LeftOut[] = [];
  const { length } = htmlWords(parent);
  visit(parent, 'element', (node) => {
    node.children = node.children.filter((child) => {
      if (child.type !== 'element') return true;
      const { className, id } = child.properties;
      const isNamed = [className, id].flat().some((name) => SIGNATURE.test(String(name)));
      const isSignature = isNamed && 2 * htmlWords(child).length < length;
      if (isSignature) leftOut.push({ text: linesIn(child), reason: IS_SIGNATURE });
      return !isSignature;
    });
  });
  return leftOut.filter(({ text }) => text !== '');
}

/** The words of an element, a line for each block in it. */
const linesIn = (element: Element): string =>
  linesOf(element).split('\n').map(collapse).filter((line) => line !== '').join('\n'); // prettier-ignore

function linesOf(node: Nodes): string {
  if (node.type === 'text') return node.value.replaceAll('\n', ' ');
  if (!('children' in node)) return '';
  const text = node.children.map(linesOf).join('');
  return node.type === 'element' && APART.test(node.tagName) ? `\n${text}\n` : text;
}

function addressOf(player: Element): string {
  let address = '';
  visit(player, 'element', ({ properties }) => {
    address ||= String(properties['src'] ?? properties['data'] ?? properties['dataSrc'] ?? '');
  });
  return address.slice(0, 200);
}
