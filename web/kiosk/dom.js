// Elements for a kiosk's own parts. All that can be touched is 48 CSS pixels high and more (web/kiosk/style.js).

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {object} properties @param {(Node | string)[]} children
 */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** @param {string} text @param {() => void} press @param {string} [className] */
export const button = (text, press, className = '') =>
  make('button', { type: 'button', textContent: text, onclick: press, className });

/**
 * Opens a dialog over the reader; closed, it is gone.
 * @param {ShadowRoot} root @param {string} name  its label @param {string} className @param {(Node | string)[]} children
 */
export function openDialog(root, name, className, ...children) {
  const dialog = make('dialog', { className: `kiosk ${className}` }, ...children);
  dialog.setAttribute('aria-label', name);
  const before = /** @type {HTMLElement | null} */ (root.activeElement);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (dialog.returnValue !== GONE) before?.focus({ preventScroll: true });
  });
  // The reader behind has keys of its own.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  root.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Whoever opened it is not there any more. */
const GONE = 'gone';

/** All that are open, the reader's own too, at once: their event comes with the next frame. @param {ShadowRoot} root */
export function closeDialogs(root) {
  for (const dialog of root.querySelectorAll('dialog')) {
    dialog.close(GONE);
    dialog.remove();
  }
}
