/**
 * Where the page layer's lines are.
 *
 *     const lines = await driver.evaluate(linesOf, 'ban-tin', 'article p', 3);
 *
 * Runs inside the page, so it uses nothing from this file.
 */

/**
 * @typedef {object} Line
 * @property {string} text
 * @property {number} start left edge of its first character, CSS pixels in the viewport
 * @property {number} end right edge of its last character that is no space; the padding does not count
 * @property {number} top
 * @property {number} bottom
 */

/**
 * The lines of a paragraph: one for each span that is its child. Where a link goes over a line's end the line is cut in
 * pieces, those of the link lying inside it: pieces beside each other are one line.
 * @param {string} host selector of the element with the shadow root
 * @param {string} paragraph selector within the shadow root
 * @param {number} [index] which of the paragraphs that match
 * @returns {Line[]}
 */
export function linesOf(host, paragraph, index = 0) {
  const node = document.querySelector(host)?.shadowRoot?.querySelectorAll(paragraph)[index];
  if (!node) throw new Error(`No ${paragraph} number ${index} in ${host}.`);
  const children = [...node.children].flatMap((child) => (child.localName === 'a' ? [...child.children] : [child]));
  /** @type {Line[]} */
  const lines = [];
  for (const piece of children.filter((child) => child.localName === 'span').map(lineOf)) {
    const last = lines[lines.length - 1];
    if (!last || piece.top >= last.bottom || piece.bottom <= last.top) lines.push(piece);
    else Object.assign(last, joined(last, piece));
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() }));

  /** @param {Line} left @param {Line} right */
  function joined(left, right) {
    return {
      text: left.text + right.text,
      start: Math.min(left.start, right.start),
      end: Math.max(left.end, right.end),
      top: Math.min(left.top, right.top),
      bottom: Math.max(left.bottom, right.bottom),
    };
  }

  /** @param {Element} span */
  function lineOf(span) {
    const rects = textsIn(span).flatMap((text) => [...visiblePart(text).getClientRects()]);
    return {
      text: span.textContent ?? '',
      start: Math.min(...rects.map((rect) => rect.left)),
      end: Math.max(...rects.map((rect) => rect.right)),
      top: Math.min(...rects.map((rect) => rect.top)),
      bottom: Math.max(...rects.map((rect) => rect.bottom)),
    };
  }

  /** @param {Element} span */
  function textsIn(span) {
    const walker = document.createTreeWalker(span, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    return texts;
  }

  /** @param {Text} text */
  function visiblePart(text) {
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(text, text.data.trimEnd().length);
    return range;
  }
}
