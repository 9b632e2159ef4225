// Tells the engine where the pointer is and whether it presses, for looks only: what a press does is the layer's click.

import { POINTER } from './bridge.js';

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
