import type { Element, ElementContent, Parents } from 'hast';

/** A statement, and what holds it. */
export interface PlacedStatement {
  node: Element;
  parent: Parents;
}

/** Where a link or a note reads as the statement's end: in a row its last cell, in an item its last words. */
export function putAtEnd(statement: Element, added: Element): void {
  const { children, tagName } = statement;
  if (tagName === 'tr') {
    (children.findLast((child) => isElement(child, 'td', 'th'))?.children ?? children).push(added);
    return;
  }
  if (tagName !== 'li') {
    children.push(added);
    return;
  }
  const list = children.findIndex((child) => isElement(child, 'ul', 'ol'));
  const end = list === -1 ? children.length : list;
  const hasWords = (child: ElementContent) => child.type !== 'text' || child.value.trim() !== '';
  const last = children.slice(0, end).findLast(hasWords);
  if (last !== undefined && isElement(last, 'p')) last.children.push(added);
  else children.splice(end, 0, added);
}

/** The beginning of a statement, where something without words may be put. */
export function putAtStart(statement: Element, added: Element): void {
  const cell = statement.children.find((child) => isElement(child, 'td', 'th'));
  (statement.tagName === 'tr' && cell ? cell : statement).children.unshift(added);
}

export const isElement = (child: ElementContent, ...names: string[]): child is Element =>
  child.type === 'element' && names.includes(child.tagName);
