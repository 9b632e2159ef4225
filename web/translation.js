// Hears of changes to the layer's text that are not the layer's own: a browser's translator replaces text nodes. What
// its text was drawn as is then no longer what is to be read.
//
//   const translation = new Translation(root, (isForeign) => …, signal);
//   translation.own(() => layer.apply(parent, nodes));
//
// `told` is called with whether any foreign text stands in the layer, each time that changes.

export class Translation {
  /** @param {Element} root @param {(isForeign: boolean) => void} told @param {AbortSignal} signal  ends it */
  constructor(root, told, signal) {
    this.root = root;
    this.told = told;
    /** Text that others have put here. @type {Set<Node>} */
    this.foreign = new Set();
    this.observer = new MutationObserver((records) => this.hear(records));
    this.observer.observe(root, { childList: true, characterData: true, subtree: true });
    signal.addEventListener('abort', () => this.observer.disconnect());
  }

  /** Of the layer itself: unheard, but may take the last foreign text away. @param {() => void} change */
  own(change) {
    this.hear(this.observer.takeRecords());
    change();
    this.observer.takeRecords();
    this.tell();
  }

  /** @param {MutationRecord[]} records */
  hear(records) {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'characterData') this.foreign.add(target);
      // What an extension puts beside text, and a probe of the root's, replaces nothing.
      else if (target !== this.root && hasText(removedNodes)) addedNodes.forEach((node) => this.foreign.add(node));
    }
    this.tell();
  }

  tell() {
    const had = this.isForeign;
    for (const node of this.foreign) if (!this.root.contains(node)) this.foreign.delete(node);
    this.isForeign = this.foreign.size > 0;
    if (this.isForeign !== had) this.told(this.isForeign);
  }

  isForeign = false;
}

/** @param {NodeList} nodes */
const hasText = (nodes) => [...nodes].some(({ textContent }) => textContent?.trim());
