/** What a query asks for, as its words and brackets say. */
export type QueryNode<Part> =
  | { kind: 'part'; part: Part }
  | { kind: 'all' | 'any'; nodes: QueryNode<Part>[] }
  | { kind: 'not'; node: QueryNode<Part> };

/** What a query is made of, in the order typed. */
export type QueryToken<Part> =
  { kind: 'part'; part: Part } | { kind: 'or' | 'not' | 'open' | 'close' };

/**
 * Reads a query's structure: a release must have all; of what `OR` joins it must have one, and that is
 * read before all else: `a OR b c` is `(a OR b) c`. Whatever is left open, or has nothing beside it, counts
 * as if it were not there.
 */
export function queryTree<Part>(tokens: readonly QueryToken<Part>[]): QueryNode<Part> {
  return readGroup(tokens.values());
}

function readGroup<Part>(tokens: Iterator<QueryToken<Part>>): QueryNode<Part> {
  const groups: QueryNode<Part>[][] = [];
  let [isNext, isNot] = [false, false]; // joined by OR to the last group; negated
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value;
    if (token.kind === 'close') break;
    if (token.kind === 'or') isNext = true;
    else if (token.kind === 'not') isNot = !isNot;
    else {
      const own = token.kind === 'part' ? token : readGroup(tokens);
      const node: QueryNode<Part> = isNot ? { kind: 'not', node: own } : own;
      const last = groups.at(-1);
      if (isNext && last !== undefined) last.push(node);
      else groups.push([node]);
      [isNext, isNot] = [false, false];
    }
  }
  const nodes = groups.map((group): QueryNode<Part> =>
    group.length === 1 && group[0] !== undefined ? group[0] : { kind: 'any', nodes: group },
  );
  return nodes.length === 1 && nodes[0] !== undefined ? nodes[0] : { kind: 'all', nodes };
}

/** The words and phrases that a release can be found by: those that are not left out. */
export function positiveParts<Part>(node: QueryNode<Part>): Part[] {
  if (node.kind === 'not') return [];
  return node.kind === 'part' ? [node.part] : node.nodes.flatMap(positiveParts);
}
