// How the keyboard looks: a style sheet, and colours made from those of the reader's theme.
//
//   root.adoptedStyleSheets = [...root.adoptedStyleSheets, keyboardStyle()];
//   dress(keyboard, root)
//
// Sizes go by the reader's own box, not the screen's: rows are 44 px high at least, 84 at most.

const CSS = `
.keyboard {
  all: initial; position: absolute; inset: 0; overflow: hidden; pointer-events: none; container-type: size;
  direction: ltr; user-select: none; -webkit-user-select: none;
  -webkit-tap-highlight-color: transparent; -webkit-touch-callout: none;
  font-family: var(--bantin-font-ui, "Ban Tin UI", "Be Vietnam Pro", system-ui, sans-serif);
}
.keyboard .board {
  --row: clamp(44px, min(7.6cqw, 7.4cqh), 84px); --gap: clamp(4px, 0.6cqw, 8px);
  position: absolute; inset: auto 0 0; pointer-events: auto; box-sizing: border-box; touch-action: none;
  display: grid; grid-template-columns: repeat(20, minmax(0, 1fr)); grid-auto-rows: var(--row); gap: var(--gap);
  padding: 8px max(8px, (100cqw - 1120px) / 2) max(8px, env(safe-area-inset-bottom));
  color: var(--ink); background: var(--board); border-top: 1px solid var(--line);
  box-shadow: 0 -4px 24px rgb(0 0 0 / 12%);
}
.keyboard.above .board { inset: 0 0 auto; border-width: 0 0 1px; box-shadow: 0 4px 24px rgb(0 0 0 / 12%); }
.keyboard button {
  all: unset; position: relative; box-sizing: border-box; min-width: 0; display: flex; align-items: center;
  justify-content: center; gap: 0.4em; border: 1px solid var(--line); border-radius: 8px; background: var(--key);
  cursor: pointer; white-space: nowrap; font-size: clamp(18px, var(--row) * 0.38, 30px); line-height: 1;
}
.keyboard .page, .keyboard .method, .keyboard .space, .keyboard .done, .keyboard .search {
  font-size: clamp(15px, var(--row) * 0.26, 20px);
}
.keyboard .shift, .keyboard .erase, .keyboard .page, .keyboard .method, .keyboard .done { background: var(--side); }
.keyboard .space { color: var(--quiet); }
.keyboard .main { background: var(--accent); border-color: var(--accent); color: var(--on); font-weight: 600; }
.keyboard button[aria-pressed=true] { box-shadow: inset 0 0 0 2px var(--accent); }
.keyboard .hint {
  position: absolute; top: 8%; right: 10%; font-size: clamp(12px, var(--row) * 0.23, 17px); color: var(--quiet);
}
.keyboard svg { width: 1.3em; height: 1.3em; flex: none; }
.keyboard .shift, .keyboard .erase { font-size: clamp(20px, var(--row) * 0.36, 28px); }
.keyboard path { fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.keyboard [aria-pressed=true] path { fill: currentColor; }
@media (hover: hover) { .keyboard button:hover { box-shadow: inset 0 0 0 1px var(--quiet); } }
.keyboard button.pressed { background: var(--down); color: var(--ink); box-shadow: none; }
.keyboard button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (prefers-reduced-motion: no-preference) {
  .keyboard .board { animation: keyboard 160ms ease-out; }
  .keyboard.above .board { animation-name: keyboard-above; }
}
@keyframes keyboard { from { transform: translateY(100%); } }
@keyframes keyboard-above { from { transform: translateY(-100%); } }
@media (forced-colors: active) {
  .keyboard .board { background: Canvas; border-color: CanvasText; }
  .keyboard button { background: ButtonFace; border-color: ButtonText; color: ButtonText; }
  .keyboard .hint, .keyboard .space { color: ButtonText; }
  .keyboard button.pressed, .keyboard button[aria-pressed=true] { border: 3px solid Highlight; }
}
@media print { .keyboard { display: none; } }
`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** One for all keyboards of a page. */
export function keyboardStyle() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  return sheet;
}

/** @typedef {[red: number, green: number, blue: number]} Colour */

const LIGHT = { '--paper': 'rgb(251 249 244)', '--text': 'rgb(31 27 22)', '--accent': 'rgb(166 25 46)' };
/** @type {Colour} */
const WHITE = [255, 255, 255];

/**
 * In the colours the layer beside it has.
 * @param {HTMLElement} keyboard @param {ShadowRoot} root
 */
export function dress(keyboard, root) {
  const layer = /** @type {HTMLElement | null} */ (root.querySelector('.layer'));
  const [paper, ink, accent] = Object.entries(LIGHT).map(([name, usual]) =>
    colourOf(layer?.style.getPropertyValue(name) || usual),
  );
  const isDark = paper[1] < ink[1];
  const isStark = paper[1] === 0;
  const share = (/** @type {number} */ part) => mixed(paper, ink, part);
  const colours = {
    ink: written(ink),
    accent: written(accent),
    on: written(isDark ? paper : WHITE),
    quiet: isStark ? written(ink) : share(0.72),
    line: isStark ? written(ink) : share(0.16),
    board: isStark ? written(paper) : share(isDark ? 0.03 : 0.06),
    key: isStark ? written(paper) : mixed(paper, WHITE, isDark ? 0.14 : 0.7),
    side: isStark ? written(paper) : share(0.12),
    down: share(0.3),
  };
  for (const [name, colour] of Object.entries(colours)) keyboard.style.setProperty(`--${name}`, colour);
}

/** @param {string} css  rgb(…) @returns {Colour} */
function colourOf(css) {
  const [red = 0, green = 0, blue = 0] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

/** @param {number[]} colour */
const written = (colour) => `rgb(${colour.map(Math.round).join(' ')})`;

/** @param {Colour} from @param {Colour} to @param {number} share */
const mixed = (from, to, share) => written([0, 1, 2].map((i) => from[i] + (to[i] - from[i]) * share));
