import { isUtf8 } from 'node:buffer';
import createPurifier, { type Config, type DOMPurify } from 'dompurify';
import { JSDOM } from 'jsdom';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
/** What is of another namespace is a note that a drawing program made for itself: no browser reads it. */
const LIVE = new Set([
  ...[null, '', SVG, XLINK, 'http://www.w3.org/XML/1998/namespace'],
  ...['http://www.w3.org/1999/xhtml', 'http://www.w3.org/1998/Math/MathML'],
  ...['http://www.w3.org/1999/XSL/Transform', 'http://www.w3.org/2001/xml-events'],
  ...['http://www.w3.org/2001/XInclude', 'http://www.mozilla.org/xbl', 'http://www.w3.org/ns/xbl'],
  'http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul',
]);

const CONFIG: Config & { IN_PLACE: true } = {
  IN_PLACE: true,
  USE_PROFILES: { svg: true, svgFilters: true },
  // Harmless in a file of their own; DOMPurify leaves them out, since it thinks of SVG within HTML.
  ADD_TAGS: [
    ...['use', 'metadata', 'missing-glyph', 'font-face'],
    ...['font-face-src', 'font-face-name', 'font-face-format'],
  ],
  ADD_ATTR: [
    ...['href', 'target', 'rel', 'enable-background', 'requiredfeatures', 'requiredextensions'],
    ...['content', 'contentscripttype', 'contentstyletype', 'baseprofile', 'zoomandpan'],
    ...['vector-effect', 'solid-color', 'solid-opacity', 'externalresourcesrequired', 'focusable'],
  ],
  SANITIZE_DOM: false, // ids are no names of a page's script here
};

interface Tools {
  purifier: DOMPurify;
  parser: DOMParser;
}
let tools: Tools | undefined;

/** On jsdom: with linkedom, which the importer uses, DOMPurify gives back what it was given, unchanged. */
function start(): Tools {
  const { window } = new JSDOM('');
  const purifier = createPurifier(window);
  if (!purifier.isSupported) throw new Error('DOMPurify does not run on this version of jsdom');
  purifier.addHook('uponSanitizeAttribute', (element, attribute) => {
    if (!/^(?:xlink:)?href$/.test(attribute.attrName) || element.localName === 'a') return;
    attribute.keepAttr = isWithin(attribute.attrValue);
  });
  return { purifier, parser: new window.DOMParser() };
}

/** Whether an address leads to a part of the same file, or is a picture written into it. */
const isWithin = (address: string) =>
  /^#|^data:image\/(?:png|jpeg|jpg|gif|webp|avif);/i.test(address.trim());

/**
 * What is in a picture in SVG that a browser would run, or fetch from elsewhere, when it is opened by
 * itself: whatever DOMPurify would take out. The file is published as it is, or not at all.
 * @returns a sentence after the file's name; undefined if it only draws.
 */
export function activeInSvg(bytes: Uint8Array): string | undefined {
  const unreadable = 'is SVG that cannot be looked through: ';
  const text = new TextDecoder().decode(bytes); // leaves the byte order mark out
  const encoding = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/.exec(text)?.[1] ?? 'utf-8';
  const isAscii =
    !/[^\0-\x7f]/.test(text) && /^(?:us-ascii|iso-8859-\d+|windows-125\d)$/i.test(encoding);
  if (!isUtf8(bytes) || (!/^utf-?8$/i.test(encoding) && !isAscii))
    return `${unreadable}it is not in UTF-8`;
  // A document type can give elements attributes and parts that are nowhere in the picture.
  if (/<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)|<!DOCTYPE[^>[]*\[/i.test(text))
    return `${unreadable}it has definitions of its own at the top (<!DOCTYPE … [)`;
  tools ??= start();
  try {
    return activeIn(text, tools);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return `${unreadable}its elements lie too deep in one another`; // more than the stack takes
  }
}

function activeIn(text: string, { parser, purifier }: Tools): string | undefined {
  const document = parser.parseFromString(text, 'image/svg+xml');
  const root = document.documentElement;
  if (root.getElementsByTagName('parsererror').length > 0 || root.localName === 'parsererror')
    return 'is SVG that cannot be looked through: it is not well-formed XML';
  if (root.nodeName !== 'svg' || root.namespaceURI !== SVG)
    return `is not SVG inside: it begins with <${root.nodeName}>, not with <svg xmlns="${SVG}">`;
  const found = [
    ...[...document.childNodes]
      .filter(({ nodeType }) => nodeType === document.PROCESSING_INSTRUCTION_NODE)
      .map(({ nodeName }) => `<?${nodeName}?>`),
    ...fetchedBy(root),
  ];
  leaveNotesOut(root);
  purifier.sanitize(root, CONFIG);
  for (const { element, attribute, from } of purifier.removed as Removed[]) {
    if (attribute) found.push(`${attribute.name}= of <${from?.nodeName}>`);
    else if (element)
      found.push(element.nodeType === 1 ? `<${element.nodeName}>` : 'markup in a text');
  }
  if (found.length === 0) return undefined;
  const names = [...new Set(found)];
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return `has what can run or reach elsewhere: ${names.slice(0, 5).join(', ')}${more}`;
}

interface Removed {
  element?: Node;
  attribute?: Attr | null;
  from?: Node;
}

/** Styles that fetch a file of another place: a picture of this archive asks nothing of anyone. */
function fetchedBy(root: Element): string[] {
  const found: string[] = [];
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const styles = element.localName === 'style' ? [element.textContent] : [];
    for (const css of [...styles, ...[...element.attributes].map(({ value }) => value)]) {
      for (const { 0: whole, 1: address = '' } of css.matchAll(/url\(\s*["']?([^"')]*)/gi))
        if (!/^(?:#|data:)/i.test(address)) found.push(`${whole.slice(0, 60)}…)`);
    }
    if (styles.some((css) => /@import/i.test(css))) found.push('@import in <style>');
  }
  return found;
}

/** Takes out what no browser reads, so that it counts for nothing: comments and notes of drawing programs. */
function leaveNotesOut(root: Element) {
  const { ownerDocument: document } = root;
  const silent: number[] = [root.COMMENT_NODE, root.PROCESSING_INSTRUCTION_NODE];
  for (const node of nodesIn(root)) {
    if (silent.includes(node.nodeType)) node.parentNode?.removeChild(node);
    else if (node.nodeType === root.CDATA_SECTION_NODE)
      node.parentNode?.replaceChild(document.createTextNode(node.textContent ?? ''), node);
  }
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const isNote = (one: Element) => !LIVE.has(one.namespaceURI);
    if (isNote(element) && [...element.querySelectorAll('*')].every(isNote)) {
      element.remove();
      continue;
    }
    for (const attribute of [...element.attributes]) {
      const { namespaceURI, localName, value } = attribute;
      const isLink = namespaceURI === XLINK;
      if (isLink || namespaceURI === XMLNS || !LIVE.has(namespaceURI))
        element.removeAttributeNode(attribute);
      if (isLink) element.setAttributeNS(XLINK, `xlink:${localName}`, value); // whatever prefix it had
    }
  }
}

function nodesIn(node: Node): Node[] {
  return [...node.childNodes].flatMap((child) => [child, ...nodesIn(child)]);
}
