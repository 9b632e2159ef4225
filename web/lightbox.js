// One picture over everything: a modal dialog with zoom. It takes its own input and leaves nothing when it closes.
//
//   openPicture(shadowRoot, { src, alt, caption, language: 'vi' });
//
// Mouse: wheel, double click, drag; click beside the picture closes. Fingers: pinch, double tap, drag. Keys: + - 0,
// arrows, Escape.

import { say } from './strings.js';

const MOST_ZOOM = 4;
const STEP = 1.5;
const DOUBLE_ZOOM = 2.5;
const DOUBLE_TAP = { ms: 350, px: 30 };
/** A pointer that moved this far drags and does not click, CSS pixels. */
const DRAG = 5;
const ARROW = 80;
const LINE = 16;

const ICONS = {
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M5 12h14M12 5v14',
  less: 'M5 12h14',
};

export const LIGHTBOX_STYLE = `
.lightbox {
  all: initial; position: fixed; inset: 0; box-sizing: border-box; width: 100%; height: 100%; overflow: hidden;
  display: grid; grid-template: minmax(0, 1fr) auto / minmax(0, 1fr); color: #e6e2da; background: #101114;
  padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
  font: 15px/22px var(--bantin-font-ui, "Be Vietnam Pro", system-ui, sans-serif);
  user-select: none; -webkit-user-select: none;
}
.lightbox::backdrop { background: none; }
.lightbox .stage { overflow: hidden; display: grid; grid-template: 100% / 100%; place-items: center; }
.lightbox .stage, .lightbox img { touch-action: none; }
.lightbox img { max-width: 100%; max-height: 100%; cursor: zoom-in; -webkit-touch-callout: none; }
.lightbox .zoomed img { cursor: grab; }
.lightbox p {
  margin: 0 auto; padding: 12px 20px; max-width: 680px; max-height: 25vh; overflow: auto; touch-action: pan-y;
  user-select: text; -webkit-user-select: text;
}
.lightbox .tools {
  position: absolute; z-index: 1; inset: max(8px, env(safe-area-inset-top)) 8px auto auto;
  display: flex; flex-direction: row-reverse; gap: 4px;
}
.lightbox button {
  box-sizing: border-box; width: 44px; height: 44px; padding: 9px; border: 1px solid transparent; border-radius: 22px;
  color: inherit; background: #101114b3; cursor: pointer;
}
.lightbox button:hover { background: #303338; }
.lightbox button[aria-disabled="true"] { color: #8a867f; cursor: default; }
.lightbox button:focus-visible { outline: 2px solid #f0808a; outline-offset: -2px; }
.lightbox path { fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; }
@media (prefers-reduced-motion: no-preference) {
  .lightbox { animation: lightbox 150ms ease-out; }
  .lightbox .smooth img { transition: transform 150ms ease-out; }
}
@keyframes lightbox { from { opacity: 0; } }
`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** @param {ShadowRoot} root */
function addStyle(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(LIGHTBOX_STYLE);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/**
 * @param {ShadowRoot} root  the element's
 * @param {{src: string, alt: string, caption: string, language: string}} picture  texts may be empty
 */
export function openPicture(root, picture) {
  addStyle(root);
  const before = /** @type {HTMLElement | null} */ (root.activeElement ?? document.activeElement);
  const { dialog, zoom } = makeDialog(picture);
  const resizing = new ResizeObserver(() => zoom.pan(0, 0));
  dialog.addEventListener('close', () => {
    resizing.disconnect();
    dialog.remove();
    before?.focus({ preventScroll: true });
  });
  root.append(dialog);
  dialog.showModal();
  resizing.observe(zoom.stage);
}

/** @param {{src: string, alt: string, caption: string, language: string}} picture */
function makeDialog({ src, alt, caption, language }) {
  const image = make('img', { src, alt, draggable: false });
  const stage = make('div', { className: 'stage' }, image);
  const close = button('close', say('close', language), () => dialog.close());
  const more = button('more', say('zoomIn', language), () => zoom.by(STEP));
  const less = button('less', say('zoomOut', language), () => zoom.by(1 / STEP));
  const tools = make('div', { className: 'tools' }, close, more, less);
  const dialog = make('dialog', { className: 'lightbox' }, tools, stage);
  dialog.setAttribute('aria-label', say('picture', language));
  if (caption) dialog.append(make('p', { textContent: caption }));
  const zoom = new Zoom(stage, image, (scale) => {
    more.setAttribute('aria-disabled', String(scale === MOST_ZOOM));
    less.setAttribute('aria-disabled', String(scale === 1));
  });
  listenToKeys(dialog, zoom);
  listenToWheel(dialog, zoom);
  listenToPointers(dialog, zoom);
  return { dialog, zoom };
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {object} properties @param {Node[]} children
 */
function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** @param {keyof typeof ICONS} icon @param {string} name @param {() => void} press */
function button(icon, name, press) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  path.setAttribute('d', ICONS[icon]);
  svg.append(path);
  const element = make('button', { type: 'button', title: name, onclick: press }, svg);
  element.setAttribute('aria-label', name);
  return element;
}

/** Where the picture is and how large: from 1, all of it, to 4; it never leaves the stage's middle uncovered. */
class Zoom {
  scale = 1;
  x = 0;
  y = 0;

  /** @param {HTMLElement} stage @param {HTMLElement} image @param {(scale: number) => void} changed */
  constructor(stage, image, changed) {
    this.stage = stage;
    this.image = image;
    this.changed = changed;
    this.show(false);
  }

  /**
   * The picture's point under a point of the viewport stays there.
   * @param {number} factor @param {{x: number, y: number}} [point]  the middle @param {boolean} [smooth]
   */
  by(factor, point, smooth = true) {
    const { left, top, width, height } = this.stage.getBoundingClientRect();
    const x = point ? point.x - left - width / 2 : 0;
    const y = point ? point.y - top - height / 2 : 0;
    const scale = Math.min(MOST_ZOOM, Math.max(1, this.scale * factor));
    this.x = x - ((x - this.x) * scale) / this.scale;
    this.y = y - ((y - this.y) * scale) / this.scale;
    this.scale = scale;
    this.show(smooth);
  }

  /** @param {number} dx @param {number} dy @param {boolean} [smooth] */
  pan(dx, dy, smooth = false) {
    this.x += dx;
    this.y += dy;
    this.show(smooth);
  }

  /** In, or back to the whole. @param {{x: number, y: number}} point */
  toggle(point) {
    this.by(this.scale > 1 ? 0 : DOUBLE_ZOOM, point);
  }

  /** @param {boolean} smooth */
  show(smooth) {
    const { stage, image, scale } = this;
    const spareX = Math.max(0, (image.offsetWidth * scale - stage.clientWidth) / 2);
    const spareY = Math.max(0, (image.offsetHeight * scale - stage.clientHeight) / 2);
    this.x = Math.min(spareX, Math.max(-spareX, this.x));
    this.y = Math.min(spareY, Math.max(-spareY, this.y));
    stage.classList.toggle('smooth', smooth);
    stage.classList.toggle('zoomed', scale > 1);
    image.style.transform = `translate(${this.x}px, ${this.y}px) scale(${scale})`;
    this.changed(scale);
  }
}

/** @param {HTMLElement} dialog @param {Zoom} zoom */
function listenToKeys(dialog, zoom) {
  /** @type {Record<string, () => void>} */
  const keys = {
    '+': () => zoom.by(STEP),
    '=': () => zoom.by(STEP),
    '-': () => zoom.by(1 / STEP),
    0: () => zoom.by(0),
    ArrowLeft: () => zoom.pan(ARROW, 0, true),
    ArrowRight: () => zoom.pan(-ARROW, 0, true),
    ArrowUp: () => zoom.pan(0, ARROW, true),
    ArrowDown: () => zoom.pan(0, -ARROW, true),
  };
  dialog.addEventListener('keydown', (event) => {
    // The reader behind has keys of its own.
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
}

/** @param {HTMLElement} dialog @param {Zoom} zoom */
function listenToWheel(dialog, zoom) {
  const turned = (/** @type {WheelEvent} */ event) => {
    if (inCaption(event)) return;
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode ? LINE : 1);
    // A pinch on a touch pad arrives as a wheel with Control, in small steps.
    zoom.by(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.002)), { x: event.clientX, y: event.clientY }, false);
  };
  dialog.addEventListener('wheel', turned, { passive: false });
}

/** @param {HTMLElement} dialog @param {Zoom} zoom */
function listenToPointers(dialog, zoom) {
  /** @type {Map<number, {x: number, y: number}>} */
  const pointers = new Map();
  let travelled = 0;
  let tap = { at: -Infinity, x: 0, y: 0 };

  dialog.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || inCaption(event)) return;
    if (pointers.size === 0) travelled = 0;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });

  dialog.addEventListener('pointermove', (event) => {
    const pointer = pointers.get(event.pointerId);
    if (!pointer) return;
    // Let go outside the window.
    if (event.buttons === 0) return void pointers.delete(event.pointerId);
    const before = measured(pointers);
    travelled += Math.hypot(event.clientX - pointer.x, event.clientY - pointer.y);
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const after = measured(pointers);
    // Not from the start: a captured press would click on the dialog and not on what is under it.
    if (travelled > DRAG) dialog.setPointerCapture(event.pointerId);
    zoom.by(after.spread / before.spread, before, false);
    zoom.pan(after.x - before.x, after.y - before.y);
  });

  const ended = (/** @type {PointerEvent} */ event) => pointers.delete(event.pointerId);
  dialog.addEventListener('pointerup', ended);
  dialog.addEventListener('pointercancel', ended);

  dialog.addEventListener('click', (event) => {
    if (travelled > DRAG || inCaption(event) || isButton(event.target)) return;
    if (event.target !== zoom.image) return /** @type {HTMLDialogElement} */ (dialog).close();
    const { timeStamp: at, clientX: x, clientY: y } = event;
    const isDouble = at - tap.at < DOUBLE_TAP.ms && Math.hypot(x - tap.x, y - tap.y) < DOUBLE_TAP.px;
    if (isDouble) zoom.toggle({ x, y });
    tap = { at: isDouble ? -Infinity : at, x, y };
  });
}

/** The middle of all fingers and how far they are apart. @param {Map<number, {x: number, y: number}>} pointers */
function measured(pointers) {
  const [a, b = a] = pointers.values();
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, spread: Math.hypot(a.x - b.x, a.y - b.y) || 1 };
}

/** @param {EventTarget | null} target */
const isButton = (target) => target instanceof Element && target.closest('button') !== null;

/** A caption is text: it scrolls and can be selected. @param {Event} event */
const inCaption = (event) => event.target instanceof HTMLParagraphElement;
