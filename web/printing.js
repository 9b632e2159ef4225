// The page around a reader is printed: before it is laid out for paper the list gets the rows that paper holds, and
// afterwards everything is as it was.
//
// A media query tells of paper too late: Chromium has counted the pages by then. The windows of a page hear of it in time,
// and the only window that is a reader's own is that of a frame.

/** @typedef {import('./view.js').View} View */

/** @param {View} view @param {ShadowRoot} root @param {AbortSignal} signal */
export function followPrinting(view, root, signal) {
  const paper = matchMedia('print');
  let isTold = false;
  let restore = () => {};
  const turn = () => {
    const isPrinting = isTold || paper.matches;
    if (isPrinting === view.isPrinting) return;
    if (isPrinting) restore = remembered(view);
    view.isPrinting = isPrinting;
    // Beside an open article the list is not printed.
    view.bridge.printing(isPrinting && !view.bridge.openArticle());
    view.settle();
    if (!isPrinting) restore();
  };
  const tell = (/** @type {boolean} */ isBegun) => {
    isTold = isBegun;
    turn();
  };
  const frame = ownFrame(tell);
  root.append(frame);
  signal.addEventListener('abort', () => frame.remove());
  paper.addEventListener('change', turn, { signal });
  // Not every browser tells of the end. Who moves or types has a screen before him.
  for (const type of ['pointermove', 'keydown']) {
    view.layerRoot.addEventListener(type, () => isTold && tell(false), { signal, passive: true });
  }
}

/** @param {(isBegun: boolean) => void} tell */
function ownFrame(tell) {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  // A frame that is moved has another window.
  frame.addEventListener('load', () => {
    // In a sandbox it is nobody's: there the media query must do.
    const window = frame.contentDocument?.defaultView;
    window?.addEventListener('beforeprint', () => tell(true));
    window?.addEventListener('afterprint', () => tell(false));
  });
  return frame;
}

/**
 * What printing takes away: the places of scrollers, and the focus on a row that is not among those printed.
 * @param {View} view
 */
function remembered({ layer, layerRoot }) {
  const places = [...layerRoot.querySelectorAll('.scroller, .frame')].map((scroller) => {
    const { scrollTop, scrollLeft } = scroller;
    return { scroller, scrollTop, scrollLeft };
  });
  const focused = layer.focusedElement();
  const key = focused && layer.entries.get(focused)?.node.key;
  return () => {
    for (const { scroller, ...place } of places)
      if (place.scrollTop || place.scrollLeft) Object.assign(scroller, place);
    if (key && layer.focusedElement() !== focused) layer.byKey.get(key)?.element.focus({ preventScroll: true });
  };
}
