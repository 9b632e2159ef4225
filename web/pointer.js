// Tells the engine where the pointer is and whether it presses, for looks only: what a press does is the layer's click.

/** Numbers of PointerEvent in src/app/app.h and of DragPhase in src/ui/views/timeline_view.h. */
export const POINTER = { move: 0, press: 1, release: 2, leave: 3 };
export const DRAG = { begin: 0, move: 1, end: 2 };

/**
 * @param {HTMLElement} layer
 * @param {(event: number, x: number, y: number) => void} report  position in CSS pixels from the layer's corner
 * @param {AbortSignal} signal
 */
export function followPointer(layer, report, signal) {
  /** @param {number} kind */
  const tell = (kind) => (/** @type {PointerEvent} */ event) => {
    report(kind, ...placeIn(layer, layer, event));
  };
  const options = { signal, passive: true };
  const leave = tell(POINTER.leave);
  // A cancelled pointer has turned into a scroll: the press it began must not stay.
  const release = (/** @type {PointerEvent} */ event) => {
    tell(POINTER.release)(event);
    if (event.pointerType !== 'mouse' || event.type === 'pointercancel') leave(event);
  };
  layer.addEventListener('pointermove', tell(POINTER.move), options);
  layer.addEventListener('pointerdown', tell(POINTER.press), options);
  layer.addEventListener('pointerup', release, options);
  layer.addEventListener('pointercancel', release, options);
  layer.addEventListener('pointerleave', leave, options);
}

/**
 * Drags over the layer's drag areas, by mouse, pen or finger; captured, so that they go on outside of them.
 * @param {HTMLElement} layer
 * @param {(area: Element, phase: number, x: number) => void} report  x: CSS pixels from the area's left edge
 * @param {AbortSignal} signal
 */
export function followDrags(layer, report, signal) {
  /** @type {{area: Element, pointer: number} | null} */
  let drag = null;
  const tell = (/** @type {number} */ phase, /** @type {PointerEvent} */ event) => {
    if (drag && event.pointerId === drag.pointer) report(drag.area, phase, placeIn(layer, drag.area, event)[0]);
  };
  const begin = (/** @type {PointerEvent} */ event) => {
    const area = /** @type {Element} */ (event.target).closest('.drag_area');
    if (!area || event.button !== 0 || drag) return;
    drag = { area, pointer: event.pointerId };
    area.setPointerCapture(event.pointerId);
    tell(DRAG.begin, event);
  };
  const end = (/** @type {PointerEvent} */ event) => {
    tell(DRAG.end, event);
    if (event.pointerId === drag?.pointer) drag = null;
  };
  const options = { signal, passive: true };
  layer.addEventListener('pointerdown', begin, options);
  layer.addEventListener('pointermove', (event) => tell(DRAG.move, event), options);
  layer.addEventListener('pointerup', end, options);
  // It has become a scroll.
  layer.addEventListener('pointercancel', () => (drag = null), options);
}

/**
 * In the reader's own pixels, from which those of a page that scales or zooms it differ.
 * @param {HTMLElement} layer @param {Element} element  in it @param {PointerEvent} event @returns {[x: number, y: number]}
 */
function placeIn(layer, element, { clientX, clientY }) {
  // Its own width is known in whole pixels only: what is not scaled stays exact.
  const scale = Math.round((100 * layer.offsetWidth) / layer.getBoundingClientRect().width) / 100;
  const { left, top } = element.getBoundingClientRect();
  return [(clientX - left) * scale, (clientY - top) * scale];
}
