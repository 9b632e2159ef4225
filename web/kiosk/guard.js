// No way out of a kiosk: links, downloads, menus, drags and the browser's own keys lead nowhere. What a link in an
// article leads to is told instead.
//
//   closeWays(element, (link) => …, signal);     in the reader
//   closePage(window, signal);                   in the page around it
//
// The browser's policy (web/kiosk_recipe/) is the wall behind these doors: no page can take Ctrl+N or Alt+F4 away.

/** Control with these, and no Shift, only edits a field. Undoing would bring back what the last person typed. */
const HARMLESS = new Set(['a', 'c', 'x', 'v']);
const FUNCTION_KEY = /^F\d+$|^Browser|^Launch/;

/** The link that an event happened on. @param {Event} event */
export function linkOf(event) {
  const found = event.composedPath().find((node) => node instanceof Element && node.localName === 'a');
  return /** @type {HTMLAnchorElement | undefined} */ (found);
}

/**
 * @param {EventTarget} place @param {(link: HTMLAnchorElement) => void} follow  a link that would have left
 * @param {AbortSignal} signal
 */
export function closeWays(place, follow, signal) {
  const click = (/** @type {Event} */ event) => {
    const link = linkOf(event);
    if (!link) return;
    // The reader's own links act by its own hand and never need the browser.
    event.preventDefault();
    if (event.type === 'click' && link.target === '_blank') follow(link);
  };
  place.addEventListener('click', click, { signal, capture: true });
  place.addEventListener('auxclick', click, { signal, capture: true });
  const refused = (/** @type {Event} */ event) => event.preventDefault();
  for (const type of ['contextmenu', 'dragstart', 'dragover', 'drop', 'copy', 'cut']) {
    place.addEventListener(
      type,
      (event) => {
        refused(event);
        event.stopPropagation();
      },
      { signal, capture: true },
    );
  }
  // The middle button also scrolls by itself.
  place.addEventListener('mousedown', (event) => /** @type {MouseEvent} */ (event).button === 1 && refused(event), {
    signal,
    capture: true,
  });
}

/** @param {KeyboardEvent} event  @returns {boolean} whether it is the browser's and not a reader's */
export function isBrowsersKey({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (FUNCTION_KEY.test(key)) return true;
  // The browser's own task manager.
  if (key === 'Escape' && shiftKey) return true;
  // AltGr types.
  if (ctrlKey && altKey) return false;
  const isHarmless = !altKey && !shiftKey && HARMLESS.has(key.toLowerCase());
  return (ctrlKey || metaKey || altKey) && !isHarmless && !/^(Control|Alt|Meta|Shift)$/.test(key);
}

/** @param {Window & typeof globalThis} window @param {AbortSignal} signal */
export function closePage(window, signal) {
  closeWays(window, () => {}, signal);
  const key = (/** @type {KeyboardEvent} */ event) => isBrowsersKey(event) && event.preventDefault();
  window.addEventListener('keydown', key, { signal, capture: true });
  const zoom = (/** @type {WheelEvent} */ event) => event.ctrlKey && event.preventDefault();
  window.addEventListener('wheel', zoom, { signal, capture: true, passive: false });
  window.addEventListener('submit', (event) => event.preventDefault(), { signal, capture: true });
  window.open = () => null;
  window.print = () => {};
  const navigation = /** @type {any} */ (window).navigation;
  const here = window.location.origin + window.location.pathname;
  const leave = (/** @type {any} */ event) => {
    const isHere = String(event.destination.url).replace(/[?#].*$/, '') === here;
    if (event.cancelable && (!isHere || event.downloadRequest !== null)) event.preventDefault();
  };
  navigation?.addEventListener('navigate', leave, { signal });
}
