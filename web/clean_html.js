// What the page layer says, as plain HTML: its text and structure without what made it a layer (spans, styles, classes,
// controls). For printing and for the clipboard.
//
//   const copy = cleanCopy(article, document, { dropped: 'button', addressOf });
//   const part = cleanCopy(layer, document, { dropped: 'button', addressOf, ranges: [range] });

import { isBlock } from './plain_text.js';

/**
 * @typedef {object} CleanOptions
 * @property {string} dropped  selector of what is left out
 * @property {(link: Element) => string} addressOf  a link's address in the copy; '': its text alone is kept
 * @property {(element: Element) => boolean} [isHidden]  what is left out besides
 * @property {Range[]} [ranges]  at most one a tree: of that tree only what the range holds
 * @property {(element: Element, copy: Element) => void} [made]  told of each element that is kept
 */

const KEPT = new Set(
  (
    'h1 h2 h3 h4 h5 h6 p ul ol li blockquote figure img figcaption table caption thead tbody tfoot tr th td ' +
    'a strong b em i u s sub sup br hr code pre time'
  ).split(' '),
);
const ATTRIBUTES = ['alt', 'colspan', 'rowspan', 'scope', 'start', 'value', 'lang'];
const MARKS = 'strong, em, b, i, u, s, a';

/**
 * @param {Node} from
 * @param {Document} document  the copy is made in
 * @param {CleanOptions} options
 * @returns {DocumentFragment} its texts are not normalised: two that lie side by side come from two places
 */
export function cleanCopy(from, document, options) {
  const copy = document.createDocumentFragment();
  new Copier(document, options).children(from, copy);
  for (const mark of copy.querySelectorAll(MARKS)) joinNext(mark);
  return copy;
}

/**
 * Beside blocks, text is a paragraph, and the space between them is nothing.
 * @param {ParentNode & Node} holder
 */
export function setRight(holder) {
  if (![...holder.children].some(isBlock)) return;
  /** @type {Element | null} */
  let paragraph = null;
  for (const node of [...holder.childNodes]) {
    const isSpace = node.nodeName !== 'IMG' && !node.textContent?.trim();
    if (isBlock(node)) {
      paragraph = null;
    } else if (isSpace && (!paragraph || !node.nextSibling || isBlock(node.nextSibling))) {
      /** @type {ChildNode} */ (node).remove();
    } else if (paragraph) {
      paragraph.append(node);
    } else {
      paragraph = /** @type {Document} */ (holder.ownerDocument).createElement('p');
      node.replaceWith(paragraph);
      paragraph.append(node);
    }
  }
}

class Copier {
  /** @param {Document} document @param {CleanOptions} options */
  constructor(document, options) {
    this.document = document;
    this.options = options;
    this.ranges = new Map((options.ranges ?? []).map((range) => [range.startContainer.getRootNode(), range]));
  }

  /** @param {Node} from @param {ParentNode & Node} to */
  children(from, to) {
    const range = this.ranges.get(from.getRootNode());
    for (const node of from.childNodes) {
      if (range && !range.intersectsNode(node)) continue;
      if (node.nodeType === Node.TEXT_NODE) to.append(...this.text(/** @type {Text} */ (node), range));
      else if (node instanceof Element && !this.isLeftOut(node)) this.element(node, to);
    }
  }

  /** @param {Text} node @param {Range | undefined} range */
  text(node, range) {
    const from = node === range?.startContainer ? range.startOffset : 0;
    const to = node === range?.endContainer ? range.endOffset : node.data.length;
    return to > from ? [this.document.createTextNode(node.data.slice(from, to))] : [];
  }

  // A picture that can be pressed is still a picture.
  /** @param {Element} element */
  isLeftOut(element) {
    const { dropped, isHidden } = this.options;
    return (element.matches(dropped) && !element.querySelector('img')) || Boolean(isHidden?.(element));
  }

  /** @param {Element} element @param {ParentNode & Node} to */
  element(element, to) {
    const tag = element.localName;
    const address = tag === 'a' ? this.options.addressOf(element) : '';
    if (!KEPT.has(tag) || (tag === 'a' && !address)) return this.children(element.shadowRoot ?? element, to);
    const copy = this.document.createElement(tag);
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value !== null) copy.setAttribute(name, value);
    }
    if (address) copy.setAttribute('href', address);
    if (element instanceof HTMLImageElement) copy.setAttribute('src', element.currentSrc || element.src);
    this.children(element, copy);
    if (this.isOnlyTouched(element, copy)) return;
    this.options.made?.(element, copy);
    to.appendChild(copy);
  }

  // A selection may end before the first character of a block.
  /** @param {Element} element @param {Element} copy */
  isOnlyTouched(element, copy) {
    const range = this.ranges.get(element.getRootNode());
    if (!range || copy.textContent || copy.matches('img, br') || copy.querySelector('img')) return false;
    return element.contains(range.startContainer) || element.contains(range.endContainer);
  }
}

// The end of a line parts what is marked as one.
/** @param {Element} mark */
function joinNext(mark) {
  const space = mark.nextSibling;
  const isSpace = space?.nodeType === Node.TEXT_NODE && !space.nodeValue?.trim();
  const next = isSpace ? space.nextSibling : space;
  if (next?.nodeType !== Node.ELEMENT_NODE) return;
  const other = /** @type {Element} */ (next);
  if (other.localName !== mark.localName || other.getAttribute('href') !== mark.getAttribute('href')) return;
  if (isSpace) mark.append(space);
  mark.append(...other.childNodes);
  other.remove();
  joinNext(mark);
}
