type Node = { type: string; value?: string; children?: Node[] };

/** How many levels a note's quotes, lists and emphasis may stand in each other. */
const deepest = 40;

/**
 * A remark plugin. A text whose parts are nested without end would overflow the stack of whoever renders it: such a
 * note is shown as it was typed.
 */
export function limitDepth() {
  return (tree: Node, file: { value: unknown }): void => {
    if (isDeep(tree)) tree.children = [{ type: 'code', value: String(file.value) }];
  };
}

function isDeep(tree: Node): boolean {
  const open = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (depth > deepest) return true;
    for (const child of node.children ?? []) open.push({ node: child, depth: depth + 1 });
  }
  return false;
}
