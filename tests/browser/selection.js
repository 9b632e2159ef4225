/**
 * What is selected inside a shadow tree, alike in three engines: Firefox's String(getSelection()) leaves it out.
 *
 *     const text = await driver.evaluate(selectedText, 'ban-tin');     // in the page, touches nothing
 *     const text = await copiedText(driver);                           // by the clipboard, moves the focus
 */
import { until } from './drivers/deadline.js';

/**
 * The selected text as a copy gives it: spaces joined, paragraphs parted by an empty line, other blocks by a line break.
 * Runs inside the page, so it uses nothing from this file.
 * @param {string} host selector of the element with the open shadow root
 * @returns {string} empty when nothing in there is selected
 */
export function selectedText(host) {
  const root = document.querySelector(host)?.shadowRoot;
  if (!root) throw new Error(`${host} has no open shadow root.`);
  const selection = /** @type {any} */ (getSelection());
  /** @type {StaticRange | undefined} */
  const composed = selection.getComposedRanges({ shadowRoots: [root] })[0];
  return composed ? textOf(rangeInside(composed, root)) : '';

  /** @param {StaticRange} composed @param {ShadowRoot} tree */
  function rangeInside(composed, tree) {
    const range = document.createRange();
    const startsInside = tree.contains(composed.startContainer);
    const endsInside = tree.contains(composed.endContainer);
    if (!startsInside && !endsInside && !composed.startContainer.contains(tree.host)) return range;
    if (startsInside) range.setStart(composed.startContainer, composed.startOffset);
    else range.setStart(tree, 0);
    if (endsInside) range.setEnd(composed.endContainer, composed.endOffset);
    else range.setEnd(tree, tree.childNodes.length);
    return range;
  }

  /** @param {Range} range */
  function textOf(range) {
    /** @type {{block: Element, text: string}[]} */
    const blocks = [];
    for (const text of textsIn(range)) {
      const from = text === range.startContainer ? range.startOffset : 0;
      const to = text === range.endContainer ? range.endOffset : text.data.length;
      const block = blockOf(text);
      if (blocks.at(-1)?.block !== block) blocks.push({ block, text: '' });
      blocks[blocks.length - 1].text += text.data.slice(from, to);
    }
    const filled = blocks
      .map(({ block, text }) => ({ block, text: text.replace(/[ \t\r\n]+/g, ' ').trim() }))
      .filter(({ text }) => text);
    return filled.map(({ block, text }, at) => separator(filled[at - 1]?.block, block) + text).join('');
  }

  /** @param {Element | undefined} before @param {Element} block */
  function separator(before, block) {
    if (!before) return '';
    return before.localName === 'p' || block.localName === 'p' ? '\n\n' : '\n';
  }

  /** @param {Range} range */
  function textsIn(range) {
    const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const texts = [];
    for (let node = /** @type {Node | null} */ (walker.currentNode); node; node = walker.nextNode()) {
      if (node instanceof Text && range.intersectsNode(node) && isSelectable(node)) texts.push(node);
    }
    return texts;
  }

  /** @param {Text} text */
  function isSelectable(text) {
    if (!text.parentElement) return false;
    const style = getComputedStyle(text.parentElement);
    return style.display !== 'none' && style.userSelect !== 'none' && style.webkitUserSelect !== 'none';
  }

  /** @param {Text} text */
  function blockOf(text) {
    let element = /** @type {Element} */ (text.parentElement);
    while (element.parentElement && /^(inline|contents)$/.test(getComputedStyle(element).display)) {
      element = element.parentElement;
    }
    return element;
  }
}

/**
 * What Control+C puts on the clipboard, by pasting it into a field that is there for the moment.
 * @param {import('./drivers/driver.js').Driver} driver
 * @returns {Promise<string>}
 */
export async function copiedText(driver) {
  await driver.press('Control+c');
  await driver.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'paste-here';
    document.body.append(field);
    field.focus({ preventScroll: true });
  });
  try {
    await driver.press('Control+v');
    return await until(5, `${driver.engine}: pasting`, () => driver.evaluate(pasted));
  } finally {
    await driver.evaluate(() => document.querySelector('#paste-here')?.remove());
  }

  function pasted() {
    return /** @type {HTMLTextAreaElement} */ (document.querySelector('#paste-here')).value;
  }
}
