import { childOf, childValue, elementsOf, type XmlElement } from './xml.ts';

/** A part of a formula in one line of text, raised, lowered or neither. */
export interface MathPiece {
  text: string;
  script: 'sup' | 'sub' | undefined;
}

type Script = MathPiece['script'];

/** A formula as one line: `a/b`, `√(x)`, and powers raised. */
export function mathPieces(element: XmlElement, script?: Script): MathPiece[] {
  const part = (name: string, as: Script = script) => {
    const child = childOf(element, name);
    return child === undefined ? [] : mathPieces(child, as);
  };
  const plain = (text: string): MathPiece => ({ text, script });
  const grouped = (pieces: MathPiece[]) =>
    /^[\p{L}\p{M}\p{N}.,]*$/u.test(pieces.map(({ text }) => text).join(''))
      ? pieces
      : [plain('('), ...pieces, plain(')')];
  const property = (name: string) => {
    const properties = elementsOf(element).find((child) => child.name === `${element.name}Pr`);
    const value = childOf(properties, name);
    return value && (childValue(properties, name) ?? value.attributes.get('m:val') ?? '');
  };
  switch (element.name) {
    case 'm:t':
      return element.children
        .filter((child) => typeof child === 'string')
        .map((text) => plain(text));
    case 'm:f':
      return [...grouped(part('m:num')), plain('/'), ...grouped(part('m:den'))];
    case 'm:sSup':
      return [...part('m:e'), ...part('m:sup', 'sup')];
    case 'm:sSub':
      return [...part('m:e'), ...part('m:sub', 'sub')];
    case 'm:sSubSup':
      return [...part('m:e'), ...part('m:sub', 'sub'), ...part('m:sup', 'sup')];
    case 'm:sPre':
      return [...part('m:sub', 'sub'), ...part('m:sup', 'sup'), ...part('m:e')];
    case 'm:rad':
      return [...part('m:deg', 'sup'), plain('√'), ...grouped(part('m:e'))];
    case 'm:nary':
      return [
        plain(property('m:chr') ?? '∫'),
        ...part('m:sub', 'sub'),
        ...part('m:sup', 'sup'),
        ...part('m:e'),
      ];
    case 'm:limLow':
      return [...part('m:e'), ...part('m:lim', 'sub')];
    case 'm:limUpp':
      return [...part('m:e'), ...part('m:lim', 'sup')];
    case 'm:func':
      return [...part('m:fName'), plain(' '), ...part('m:e')];
    case 'm:d': {
      const between = plain(property('m:sepChr') ?? '|');
      const parts = elementsOf(element).filter(({ name }) => name === 'm:e');
      return [
        plain(property('m:begChr') ?? '('),
        ...parts.flatMap((one, n) => [...(n > 0 ? [between] : []), ...mathPieces(one, script)]),
        plain(property('m:endChr') ?? ')'),
      ];
    }
    case 'm:m':
    case 'm:eqArr': {
      const rows = elementsOf(element).filter(({ name }) => name === 'm:mr' || name === 'm:e');
      return rows.flatMap((row, n) => [
        ...(n > 0 ? [plain('; ')] : []),
        ...mathPieces(row, script),
      ]);
    }
    case 'm:mr': {
      const cells = elementsOf(element).filter(({ name }) => name === 'm:e');
      return cells.flatMap((cell, n) => [
        ...(n > 0 ? [plain(', ')] : []),
        ...mathPieces(cell, script),
      ]);
    }
    default:
      // Words of an ordinary run in a formula are read as they are, and nothing of the properties.
      if (element.name.endsWith('Pr')) return [];
      if (element.name === 'w:t')
        return [plain(element.children.filter((child) => typeof child === 'string').join(''))];
      return elementsOf(element).flatMap((child) => mathPieces(child, script));
  }
}
