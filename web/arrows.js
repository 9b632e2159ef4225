// Arrow keys in groups of controls (a month of days, a choice of colours, a menu): they move the focus to the neighbour
// in that direction, and Tab passes the group as one stop. Groups carry the class `arrows`.

const CONTROLS = 'button, a[href]';
/** @type {Record<string, [number, number]>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {Element} group @returns {HTMLElement[]} */
const controls = (group) =>
  [...group.querySelectorAll(CONTROLS)].map((control) => /** @type {HTMLElement} */ (control));

/** @param {HTMLElement} root @param {AbortSignal} signal */
export function moveByArrows(root, signal) {
  root.addEventListener('keydown', (event) => moved(event), { signal });
}

/**
 * Leaves one control of the group for Tab: the one with focus, else the one that is on, else the first.
 * @param {HTMLElement} group
 */
export function keepOneStop(group) {
  group.classList.add('arrows');
  const all = controls(group);
  const isOn = (/** @type {Element} */ control) => control.matches('[aria-checked="true"], [aria-pressed="true"]');
  const stop = all.find((control) => control.matches(':focus')) ?? all.find(isOn) ?? all[0];
  for (const control of all) control.tabIndex = control === stop ? 0 : -1;
}

/** @param {KeyboardEvent} event */
function moved(event) {
  const direction = DIRECTIONS[event.key];
  const from = /** @type {HTMLElement} */ (event.target);
  const group = direction && from.matches(CONTROLS) ? from.closest('.arrows') : null;
  if (!group || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const next = neighbour(from, controls(group), direction);
  if (!next) return;
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
  // Of radio buttons the one with focus is the one that is chosen.
  if (next.getAttribute('role') === 'radio') next.click();
}

/**
 * The nearest control in that direction; sideways steps count double, so that rows and columns are kept.
 * @param {HTMLElement} from @param {HTMLElement[]} all @param {[number, number]} direction
 */
function neighbour(from, all, [dx, dy]) {
  const middle = (/** @type {HTMLElement} */ control) => {
    const { left, top, width, height } = control.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const [x, y] = middle(from);
  let best = null;
  let least = Infinity;
  for (const control of all) {
    const [cx, cy] = middle(control);
    const along = (cx - x) * dx + (cy - y) * dy;
    const across = Math.abs((cx - x) * dy) + Math.abs((cy - y) * dx);
    if (control === from || along < 1) continue;
    const distance = along + 2 * across;
    if (distance < least) [best, least] = [control, distance];
  }
  return best;
}
