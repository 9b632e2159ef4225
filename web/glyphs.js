// Glyphs and their widths from the browser's own fonts, by Canvas2D.
// Kerning and ligatures are off, here as in the layer (layer_style.js), so that a line on the canvas is exactly as
// wide as the same line in the page.

// Face numbers are the engine's (src/reader/text_style.h): 0 interface, 1 reading, 2 what the device prefers; 8 is added
// for italic.

/**
 * @typedef {object} Raster
 * @property {number} left  of the bitmap's corner, right of the pen, in device pixels
 * @property {number} top  below the baseline
 * @property {number} width
 * @property {number} height
 * @property {boolean} coloured  pixels are to be taken as colours, not as coverage
 * @property {Uint8ClampedArray} rgba
 */

const DEFAULT_FAMILIES = [
  '"Ban Tin UI", "Be Vietnam Pro", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
  '"Ban Tin Text", "Noto Serif", Literata, "Source Serif 4", Charter, Georgia, "Times New Roman", "DejaVu Serif", serif',
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
];
const ITALIC_FACE = 8;

// Below it no character has colours of its own in any font met so far.
const FIRST_COLOURED = 0x2190;

const PROBE = 'Ủy ban nhân dân tỉnh họp sơ kết, triển khai 13 nhiệm vụ. ';

export class Glyphs {
  constructor() {
    const canvas = document.createElement('canvas');
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
    this.families = [...DEFAULT_FAMILIES];
    this.font = '';
    /** Text is measured this many times larger; see calibrate(). */
    this.scale = 1;
    this.resize(64, 64);
  }

  /**
   * Finds out whether the page's text is as wide as Canvas2D says at its CSS size or at its size on the screen: engines
   * that round widths round them at either. `place` must be in the page and styled as the layer is.
   * @param {HTMLElement} place @param {number} ratio
   */
  calibrate(place, ratio) {
    const probe = document.createElement('span');
    probe.textContent = PROBE.repeat(8);
    probe.className = 'probe';
    probe.style.font = `400 18px ${this.families[1]}`;
    place.append(probe);
    const width = probe.offsetWidth;
    probe.remove();
    const error = (/** @type {number} */ scale) => {
      this.scale = scale;
      const sum = Array.from(PROBE).reduce((total, letter) => total + this.advance(1, 400, 18, letter), 0);
      return Math.abs(8 * sum - width);
    };
    this.scale = error(1) <= error(ratio) ? 1 : ratio;
  }

  /**
   * The families a page asks for; the defaults stay behind them for what they lack.
   * @param {string} ui @param {string} body
   * @returns {boolean} whether anything differs
   */
  setFamilies(ui, body) {
    const families = [ui, body, ''].map((own, face) =>
      own ? `${own}, ${DEFAULT_FAMILIES[face]}` : DEFAULT_FAMILIES[face],
    );
    const differs = families.some((family, face) => family !== this.families[face]);
    this.families = families;
    this.font = '';
    return differs;
  }

  /** @param {number} face @param {number} weight @param {number} size @param {string} text */
  advance(face, weight, size, text) {
    this.use(face, weight, size * this.scale);
    return this.context.measureText(text).width / this.scale;
  }

  /**
   * @param {number} face @param {number} weight @param {number} size
   * @returns {[ascent: number, descent: number]}
   */
  metrics(face, weight, size) {
    this.use(face, weight, size);
    const measured = this.context.measureText('Ấg');
    return [measured.fontBoundingBoxAscent, measured.fontBoundingBoxDescent];
  }

  /**
   * @param {number} face @param {number} weight @param {number} size @param {string} text
   * @param {number} shift  of the pen to the right, below one pixel
   * @returns {Raster | null}  null: nothing to see
   */
  rasterise(face, weight, size, text, shift) {
    this.use(face, weight, size);
    const box = this.context.measureText(text);
    const left = Math.ceil(box.actualBoundingBoxLeft) + 1;
    const top = Math.ceil(box.actualBoundingBoxAscent) + 1;
    const width = left + Math.ceil(box.actualBoundingBoxRight + shift) + 1;
    const height = top + Math.ceil(box.actualBoundingBoxDescent) + 1;
    if (width <= 2 || height <= 2) return null;
    const canvas = this.context.canvas;
    if (width > canvas.width || height > canvas.height) {
      this.resize(Math.max(width, canvas.width), Math.max(height, canvas.height));
      this.use(face, weight, size);
    }
    this.context.clearRect(0, 0, width, height);
    this.context.fillText(text, left + shift, top);
    const rgba = this.pixels(width, height);
    if (!rgba) return null;
    const coloured = /** @type {number} */ (text.codePointAt(0)) >= FIRST_COLOURED && hasColours(rgba);
    return { left: -left, top: -top, width, height, coloured, rgba };
  }

  /** From the left top corner; null: the browser refuses. @param {number} width @param {number} height */
  pixels(width, height) {
    try {
      return this.context.getImageData(0, 0, width, height).data;
    } catch {
      return null;
    }
  }

  /** False where the browser falsifies, or refuses, what is read back from a canvas, as a guard against fingerprinting. */
  areTrustworthy() {
    const { context } = this;
    context.clearRect(0, 0, 32, 32);
    context.fillRect(8, 8, 16, 16);
    const data = this.pixels(32, 32);
    if (!data) return false;
    for (let i = 0; i < data.length; i += 4) {
      const x = (i / 4) % 32;
      const y = Math.floor(i / 128);
      const inside = x >= 8 && x < 24 && y >= 8 && y < 24;
      if (data[i + 3] !== (inside ? 255 : 0)) return false;
    }
    return true;
  }

  /** @param {number} face @param {number} weight @param {number} size */
  use(face, weight, size) {
    const slant = face & ITALIC_FACE ? 'italic ' : '';
    const font = `${slant}${weight} ${size}px ${this.families[face & ~ITALIC_FACE]}`;
    if (font === this.font) return;
    this.font = font;
    this.context.font = font;
  }

  /** @param {number} width @param {number} height */
  resize(width, height) {
    const { context } = this;
    context.canvas.width = width;
    context.canvas.height = height;
    context.fillStyle = '#fff';
    context.textBaseline = 'alphabetic';
    context.fontKerning = 'none';
    context.textRendering = 'geometricPrecision';
    this.font = '';
  }
}

/** @param {Uint8ClampedArray} rgba  of a text filled in white */
function hasColours(rgba) {
  for (let i = 0; i < rgba.length; i += 4) {
    if (rgba[i + 3] > 128 && Math.min(rgba[i], rgba[i + 1], rgba[i + 2]) < 240) return true;
  }
  return false;
}
