export type Child = Node | string | undefined | false;

/** Makes an element: `element('a', { href }, 'words')`. Text stays text: nothing is ever parsed. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child): child is Node | string => Boolean(child)));
  return made;
}

/**
 * The first element within another that a selector finds.
 * @throws {Error} if there is none, or one of another kind: then page and script don't fit together.
 */
export function partOf<Kind extends Element>(
  whole: Element,
  selector: string,
  kind: new () => Kind,
): Kind {
  const found = whole.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`<${whole.localName}> has no ${selector}`);
  return found;
}
