import { SaxesParser } from 'saxes';
import { UnreadableSource } from '../document.ts';

/** An element. Names have the usual prefix of their namespace, whatever the file calls it: `w:p`. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlNode[];
}
type XmlNode = XmlElement | string;

const OOXML = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/'; // ISO/IEC 29500, “Strict”
const MICROSOFT = 'http://schemas.microsoft.com/office/';

/** The usual prefixes. Strict OOXML has other namespaces for the same elements. */
const PREFIXES: Record<string, string> = {
  [`${OOXML}wordprocessingml/2006/main`]: 'w',
  [`${STRICT}wordprocessingml/main`]: 'w',
  [`${OOXML}officeDocument/2006/relationships`]: 'r',
  [`${STRICT}officeDocument/relationships`]: 'r',
  [`${OOXML}officeDocument/2006/math`]: 'm',
  [`${STRICT}officeDocument/math`]: 'm',
  [`${OOXML}drawingml/2006/wordprocessingDrawing`]: 'wp',
  [`${STRICT}drawingml/wordprocessingDrawing`]: 'wp',
  [`${OOXML}drawingml/2006/main`]: 'a',
  [`${STRICT}drawingml/main`]: 'a',
  [`${OOXML}drawingml/2006/picture`]: 'pic',
  [`${STRICT}drawingml/picture`]: 'pic',
  [`${OOXML}drawingml/2006/chart`]: 'c',
  [`${STRICT}drawingml/chart`]: 'c',
  [`${OOXML}drawingml/2006/diagram`]: 'dgm',
  [`${STRICT}drawingml/diagram`]: 'dgm',
  [`${OOXML}markup-compatibility/2006`]: 'mc',
  [`${OOXML}package/2006/relationships`]: 'rel',
  [`${MICROSOFT}word/2010/wordml`]: 'w14',
  [`${MICROSOFT}word/2010/wordprocessingShape`]: 'wps',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

/** Elements inside one another; a text box in a table in a text box has about fifty. */
export const MAX_DEPTH = 400;

const nameOf = (uri: string, prefix: string, local: string) => {
  const usual = PREFIXES[uri] ?? (uri === '' ? '' : prefix || 'other');
  return usual === '' ? local : `${usual}:${local}`;
};

/**
 * Reads XML into a tree. Comments and processing instructions are no part of it.
 * @param part the name of the part in the package, for the message.
 * @throws {UnreadableSource} if it is not well-formed, or nested too deep.
 */
export function readXml(xml: string, part: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const root: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  const addText = (text: string) => {
    const siblings = open.at(-1)?.children ?? [];
    const last = siblings.length - 1;
    if (typeof siblings[last] === 'string') siblings[last] += text;
    else siblings.push(text);
  };
  parser.on('error', (cause) => {
    throw new UnreadableSource(
      `is damaged in ${part} (${cause.message})`,
      'open it in Word or LibreOffice and save it again',
    );
  });
  parser.on('opentag', ({ uri, prefix, local, attributes }) => {
    const element: XmlElement = {
      name: nameOf(uri, prefix, local),
      attributes: new Map(
        Object.values(attributes).map((one) => [nameOf(one.uri, one.prefix, one.local), one.value]),
      ),
      children: [],
    };
    open.at(-1)?.children.push(element);
    if (open.push(element) <= MAX_DEPTH) return;
    throw new UnreadableSource(
      `has elements more than ${MAX_DEPTH} deep inside one another in ${part}`,
      'take tables and boxes out of one another, or import its text as .txt',
    );
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(xml).close();
  const [element] = root.children.filter((node) => typeof node !== 'string');
  return element ?? root;
}

/** The elements among the children. */
export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => typeof child !== 'string');

/** The first child of a name. */
export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent && elementsOf(parent).find((child) => child.name === name);

/** The elements of a name, at any depth, in order. */
export function* descendants(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsOf(parent)) {
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}

/** The value that most of WordprocessingML's elements have: `w:val`. */
export const valueOf = (element: XmlElement | undefined): string | undefined =>
  element?.attributes.get('w:val');

/** The value of a child: `w:val` of `<w:pStyle w:val="Title"/>`. */
export const childValue = (parent: XmlElement | undefined, name: string) =>
  valueOf(childOf(parent, name));

/** The value of a child as a whole number within limits; undefined if it is none. */
export function childNumber(
  parent: XmlElement | undefined,
  name: string,
  min: number,
  max: number,
): number | undefined {
  const value = Number.parseInt(childValue(parent, name) ?? '', 10);
  return Number.isNaN(value) ? undefined : Math.min(max, Math.max(min, value));
}

/** Whether a property is on: `<w:b/>`, `<w:b w:val="1"/>`; undefined if the element is missing. */
export function isOn(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name);
  return element && !/^(?:0|false|off|none)$/i.test(valueOf(element) ?? '');
}
