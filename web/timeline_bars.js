// The timeline as the layer itself shows it, where there is no canvas: bars as one clipped shape, and the range.

/**
 * @param {string} picture  heights in percent; where a range is set "|" and what lies left and right of it, in thousandths
 * @returns {Record<string, string>} CSS properties of the drag area
 */
export function timelineBars(picture) {
  const [heights, left, right] = picture.split('|');
  const bars = heights.split(' ').map(Number);
  const at = (/** @type {number} */ bar) => `${(100 * bar) / bars.length}%`;
  const corners = bars.flatMap((height, bar) => [at(bar), at(bar + 1)].map((x) => `${x} ${100 - height}%`));
  return {
    '--bars': `polygon(0 100%, ${corners.join()}, 100% 100%)`,
    '--range': left ? `0 ${Number(right) / 10}% 0 ${Number(left) / 10}%` : '100% 0 0 0',
  };
}
