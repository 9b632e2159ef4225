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
    const box = layer.getBoundingClientRect();
    report(kind, event.clientX - box.left, event.clientY - box.top);
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
    if (drag && event.pointerId === drag.pointer)
      report(drag.area, phase, event.clientX - drag.area.getBoundingClientRect().left);
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
