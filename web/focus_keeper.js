// Keeps the focus when the element that has it leaves the layer: to what stands for the same control now, else to the
// next control around, else to the previous one. Where the focus was outside, nothing moves.

const CONTROLS = 'a[href], button, input, [tabindex="0"]';

export class FocusKeeper {
  /** @type {Element | null} */
  element = null;
  /** What else may have the focus, the best first. @type {Element[]} */
  places = [];

  /** Before a change. @param {Element | null} element  with the focus @param {number} [key]  of the node it is in */
  begin(element, key) {
    this.element = element;
    this.key = key;
    this.places = [];
  }

  /** Before `leaving` is taken out of the layer. @param {Element} leaving @param {Element} root */
  leave(leaving, root) {
    const { element, places } = this;
    if (!element || places.length || !leaving.contains(element)) return;
    // Rows come and go while the list scrolls, and are no place to stay: the list is.
    const row = element.closest('.item');
    let around = row ? row.closest('.scroller') : element.parentElement;
    if (row && around) places.push(around);
    for (; around && root.contains(around); around = around.parentElement) {
      const all = [...around.querySelectorAll(CONTROLS)].filter((it) => !it.closest('.item'));
      const at = all.indexOf(element);
      places.push(...all.slice(at + 1), ...all.slice(0, Math.max(0, at)).reverse());
    }
  }

  /** After it. @param {ShadowRoot} root @param {Element | undefined} same  what that node is now */
  end(root, same) {
    const { element } = this;
    this.element = null;
    if (!element || (root.activeElement && isOpen(root.activeElement))) return;
    // A link in a text has no node of its own, and may be broken elsewhere now.
    const address = element.getAttribute('href');
    const links = [...(same?.querySelectorAll('a') ?? [])];
    const link = element.matches('.node') ? same : links.find((it) => it.getAttribute('href') === address);
    const place = [link, ...this.places].find((it) => it && root.contains(it) && isOpen(it));
    if (place) /** @type {HTMLElement} */ (place).focus({ preventScroll: true });
  }
}

/**
 * Scrolls a field that is being typed in back into sight, where a keyboard has left its scroller less room.
 * @param {Element | null} field
 */
export function showField(field) {
  const scroller = field?.matches('input') && field.closest('.scroller');
  if (!field || !scroller) return;
  const [inner, outer] = [field, scroller].map((it) => it.getBoundingClientRect());
  scroller.scrollTop += Math.min(0, inner.top - outer.top) + Math.max(0, inner.bottom - outer.bottom);
}

/**
 * Tab into a list that has been scrolled goes to the first row in sight: those above it are there only to be near.
 * @param {KeyboardEvent} event
 */
export function enterList(event) {
  const list = /** @type {Element} */ (event.target);
  if (event.key !== 'Tab' || event.shiftKey || !list.matches('.scroller')) return;
  const links = [...list.querySelectorAll('.item a')];
  const { top } = list.getBoundingClientRect();
  const first = links.find((link) => link.getBoundingClientRect().top >= top);
  if (!first || first === links[0]) return;
  event.preventDefault();
  /** @type {HTMLElement} */ (first).focus();
}

/** @param {Element} element */
const isOpen = (element) => !element.closest('[inert]');
