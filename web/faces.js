// The reader's own fonts in the page: registered while a reader runs, gone with the last one. They have names of their
// own, so that a page's fonts of the same make are neither used nor touched.
//
//   setFaces(table, sourceOf)                once, by the script that knows where the files are
//   const faces = new HeldFaces(changed);    one for each reader; `changed` is called for what arrives
//   faces.hold(FAMILIES[0]);                 registers the family's faces, begins to load
//   await faces.arrived();
//   faces.release();
//
// A face that cannot be had (no network, a policy without font-src) leaves its place to the next family of the list;
// nobody is told.

/** By the engine's number of the face (src/reader/text_style.h): interface, reading. */
export const FAMILIES = ['Ban Tin UI', 'Ban Tin Text'];

/**
 * One file: a subset of one cut of a family.
 * @typedef {object} Face
 * @property {string} family
 * @property {string} weight  CSS: one weight, or the lowest and the highest of a variable font
 * @property {string} style  normal, italic
 * @property {string} unicodeRange  CSS
 * @property {string} file
 * @property {boolean} early  wanted with the first frame; others load when a text first uses them
 */

/** What FontFace takes: `url("…")`, or the file itself. null: it is not there. @typedef {string | BufferSource | null} Source */

// Text in the system's fonts now is better than in these later. Milliseconds from the beginning of the load.
const PATIENCE = 400;

/** @type {Face[]} */
let table = [];
/** @type {(file: string) => Source} */
let sourceOf = () => null;

/** @typedef {{holders: Set<HeldFaces>, fonts: FontFace[], arrived: Promise<unknown>}} Family */

/** The families in use. @type {Map<string, Family>} */
const registered = new Map();

// One family after another: the engine and the feed need some of the few connections a browser makes to a server.
/** @type {Promise<unknown>} */
let loading = Promise.resolve();

/** @param {Face[]} faces @param {(file: string) => Source} source */
export function setFaces(faces, source) {
  table = faces;
  sourceOf = source;
}

export class HeldFaces {
  /** @type {Set<string>} */
  #families = new Set();

  /** @param {() => void} changed  a text may look different now; WebKit has no event for it */
  constructor(changed) {
    this.changed = changed;
  }

  /** A second time does nothing. @param {string} family */
  hold(family) {
    if (this.#families.has(family)) return;
    this.#families.add(family);
    const entry = registered.get(family) ?? register(family);
    entry.holders.add(this);
  }

  /** Settles when all early faces are there or will not come, at the latest after PATIENCE. @returns {Promise<void>} */
  async arrived() {
    const waits = [...this.#families].map((family) => registered.get(family)?.arrived);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const patience = new Promise((over) => (timer = setTimeout(over, PATIENCE)));
    await Promise.race([Promise.all(waits), patience]);
    clearTimeout(timer);
  }

  /** A second time does nothing. */
  release() {
    for (const family of this.#families) leave(family, this);
    this.#families.clear();
  }
}

/** @param {string} family */
function register(family) {
  /** @type {Family} */
  const entry = { holders: new Set(), fonts: [], arrived: loading };
  /** @type {FontFace[]} */
  const early = [];
  for (const face of table.filter((each) => each.family === family)) {
    const source = sourceOf(face.file);
    if (source === null) continue;
    const font = fontOf(face, source);
    font.loaded.then(
      () => entry.holders.forEach((holder) => holder.changed()),
      () => {},
    );
    document.fonts.add(font);
    entry.fonts.push(font);
    if (face.early) early.push(font);
  }
  entry.arrived = loading = loading.then(() => Promise.allSettled(early.map((font) => font.load())));
  registered.set(family, entry);
  return entry;
}

/** @param {Face} face @param {string | BufferSource} source */
function fontOf({ family, weight, style, unicodeRange }, source) {
  return new FontFace(family, source, { weight, style, unicodeRange, display: 'swap' });
}

/** @param {string} family @param {HeldFaces} holder */
function leave(family, holder) {
  const entry = registered.get(family);
  if (!entry?.holders.delete(holder) || entry.holders.size > 0) return;
  for (const font of entry.fonts) document.fonts.delete(font);
  registered.delete(family);
}
