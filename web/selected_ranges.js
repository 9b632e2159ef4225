// What is selected, shadow trees included, in engines that each tell it in another way.

/**
 * @param {ShadowRoot} root  an open shadow tree that may hold the selection or a part of it
 * @returns {Range[]} one for each tree that holds a part of the selection; none: nothing is selected, or the browser
 *   does not tell
 */
export function selectedRanges(root) {
  const bounds = selectedBounds(root);
  if (!bounds || bounds.collapsed) return [];
  const trees = [bounds.startContainer, bounds.endContainer].map((node) => node.getRootNode());
  const among = trees[0] === trees[1] ? [trees[0]] : new Set([...trees, document]);
  return [...among].map((tree) => rangeIn(tree, bounds));
}

/** @param {ShadowRoot} root @returns {AbstractRange | undefined} */
function selectedBounds(root) {
  const selection = /** @type {Selection & {getComposedRanges?: (...trees: unknown[]) => StaticRange[]}} */ (
    document.getSelection()
  );
  if (selection.getComposedRanges) {
    try {
      return selection.getComposedRanges({ shadowRoots: [root] })[0];
    } catch {
      // Safari's first version took the trees themselves.
      return selection.getComposedRanges(root)[0];
    }
  }
  // Chromium has a selection of the tree's own, Firefox gives the nodes inside it away.
  const inTree = /** @type {{getSelection?: () => Selection | null}} */ (
    /** @type {unknown} */ (root)
  ).getSelection?.();
  const found = inTree?.rangeCount ? inTree : selection;
  return found.rangeCount ? found.getRangeAt(0) : undefined;
}

// A tree that holds only one end is selected from there on, or up to there.
/** @param {Node} tree @param {AbstractRange} bounds */
function rangeIn(tree, { startContainer, startOffset, endContainer, endOffset }) {
  const range = document.createRange();
  range.selectNodeContents(tree);
  const [first, last] = [startContainer.getRootNode(), endContainer.getRootNode()];
  if (first === tree) range.setStart(startContainer, startOffset);
  else if (tree === document) range.setStartBefore(/** @type {ShadowRoot} */ (first).host);
  if (last === tree) range.setEnd(endContainer, endOffset);
  else if (tree === document) range.setEndAfter(/** @type {ShadowRoot} */ (last).host);
  return range;
}
