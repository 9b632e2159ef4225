// How high a reader would like to be: as high as what it shows, between the least and the most.

import { LEAST } from './parameters.js';

/**
 * @param {{top: number, extent: number}[]} panes  what scrolls: where it begins in the reader, how long it is (px)
 * @param {number} most
 * @returns {number} whole px
 */
export function wantedHeight(panes, most) {
  const ends = panes.map(({ top, extent }) => top + extent);
  return Math.min(most, Math.max(LEAST, Math.ceil(Math.max(0, ...ends))));
}

/**
 * Tells of the wanted height whenever it is another one, for as long as the frame lives. To be called once the reader
 * shows its feed.
 * @param {HTMLElement} reader @param {number} most @param {(height: number) => void} tell
 */
export function followHeight(reader, most, tell) {
  const root = /** @type {ShadowRoot} */ (reader.shadowRoot);
  let told = 0;
  let request = 0;
  const measure = () => {
    request = 0;
    const height = wantedHeight(panesOf(reader, root), most);
    if (height !== told) tell((told = height));
  };
  const later = () => (request ||= requestAnimationFrame(measure));
  new MutationObserver(later).observe(root, { subtree: true, childList: true, attributeFilter: ['style'] });
  new ResizeObserver(later).observe(reader);
  measure();
}

/** @param {HTMLElement} reader @param {ShadowRoot} root */
function panesOf(reader, root) {
  const { top } = reader.getBoundingClientRect();
  const scrollers = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.scroller'));
  return [...scrollers].map((scroller) => ({
    top: scroller.getBoundingClientRect().top - top,
    extent: parseFloat(scroller.style.getPropertyValue('--extent')) || 0,
  }));
}
