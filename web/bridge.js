// The one file that knows the engine: its exports (src/web/exports.cpp), its memory, and the imports it asks for
// (src/web/imports.h). Everything else speaks to a Bridge in JavaScript's own terms.

import { blockCode } from './html_blocks.js';
import { KINDS } from './layer.js';

/** @typedef {import('./layer.js').LayerNode} LayerNode */

/**
 * @typedef {object} BridgeHost  what the engine needs from the page
 * @property {import('./glyphs.js').Glyphs} glyphs
 * @property {(parent: number, nodes: LayerNode[]) => void} layer
 * @property {(key: number, serial: number) => void} focus
 * @property {(changes: Changes) => void} changed
 * @property {(what: number, argument: number) => void} perform  what: one of PERFORM
 * @property {() => WebGL2RenderingContext | null} context
 */

/** @typedef {{feed: boolean, filter: boolean, article: boolean, preferences: boolean, stars: boolean}} Changes */
/** @typedef {{departments: string[], from: string, to: string, query: string, starred: boolean}} Filter */
/** Steps of src/reader/preferences.h. @typedef {{theme: number, size: number, width: number, line: number, face: number}} Preferences */
/**
 * @typedef {object} Looks
 * @property {string} language @property {string} theme
 * @property {number} accent  0xAABBGGRR or 0
 * @property {number} headingLevel
 * @property {boolean} still  no motion
 * @property {boolean} letters  single letters are shortcuts
 * @property {number} letterSpacing  em @property {number} wordSpacing  em
 */
/** @typedef {{code: string, message: string}} Problem */
/** @typedef {(options: object) => Promise<any>} EngineFactory  the default export of Emscripten's module */

/** Words a Node and a NodeLine take (src/ui/description.h). */
const NODE_WORDS = 30;
const LINE_WORDS = 4;
const SPAN_WORDS = 5;
const SPACE_AFTER = 1,
  ELLIPSIS = 2;
const BOLD = 1,
  ITALIC = 2;
/** Added to a face's number. */
const ITALIC_FACE = 8;

/** Numbers of ResultKind in src/web/exports.cpp. */
const BY_DEPARTMENT = 0,
  BY_MONTH = 1,
  IDS = 2,
  FILTER = 3,
  OPEN_ARTICLE = 4,
  STARRED = 5,
  PREFERENCES = 6,
  CARD = 7,
  PICTURE = 8,
  NUMBERS = 9,
  MISSING_WORDS = 10,
  RELATED_IDS = 11;

/** What the engine may ask the page to do (src/web/imports.h). */
export const PERFORM = [
  'share',
  'copyLink',
  'copyCitation',
  'print',
  'openOriginal',
  'openPicture',
  'loadHeadline',
  'loadArticle',
];
export const TOASTS = { none: 0, copied: 1, failed: 2 };

export const LANGUAGES = ['vi', 'en'];
export const THEMES = ['light', 'sepia', 'dark', 'contrast'];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Bridge {
  /**
   * @param {EngineFactory} factory
   * @param {WebAssembly.Module} compiled
   * @param {BridgeHost} host
   */
  static async start(factory, compiled, host) {
    const bridge = new Bridge(host);
    // The factory's own promise knows nothing of an instance that cannot be made, for want of memory.
    bridge.engine = await new Promise((made, failed) => {
      const instantiateWasm = (
        /** @type {WebAssembly.Imports} */ imports,
        /** @type {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} */ done,
      ) => {
        WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled), failed);
        return {};
      };
      factory({ instantiateWasm, host: bridge.imports() }).then(made, failed);
    });
    return bridge;
  }

  /** @param {BridgeHost} host */
  constructor(host) {
    this.host = host;
    /** @type {any} */
    this.engine = null;
    this.html = new Uint8Array();
  }

  /** @param {Uint8Array} json @returns {boolean} whether it is shown */
  load(json) {
    return this.withBytes(json, (pointer, size) => this.engine._bt_load(pointer, size)) === 1;
  }

  /**
   * @param {string} head  a feed without items @param {import('./bundle.js').Rows} rows
   * @param {number} numbers  that were given @returns {boolean} whether it is shown
   */
  loadBundle(head, { numbers: order, days, departments }, numbers) {
    const { engine } = this;
    const columns = [order, days, departments];
    const pointers = columns.map((column) => engine._malloc(column.byteLength + 1));
    columns.forEach(({ buffer, byteOffset, byteLength }, i) =>
      engine.HEAPU8.set(new Uint8Array(buffer, byteOffset, byteLength), pointers[i]),
    );
    const shown = this.withText(head, (pointer, size) =>
      engine._bt_bundle(pointer, size, order.length, ...pointers, numbers),
    );
    pointers.forEach((pointer) => engine._free(pointer));
    return shown === 1;
  }

  /** @param {number} first @param {number} count @param {Uint8Array} json @returns {boolean} whether it is what it should be */
  headlines(first, count, json) {
    return this.withBytes(json, (pointer, size) => this.engine._bt_headlines(first, count, pointer, size)) === 1;
  }

  /** @param {number} number @param {Uint8Array} json @returns {boolean} */
  article(number, json) {
    return this.withBytes(json, (pointer, size) => this.engine._bt_article(number, pointer, size)) === 1;
  }

  /** @param {number} first @param {number} count */
  piecesFailed(first, count) {
    this.engine._bt_pieces_failed(first, count);
  }

  /** Headlines of what the open article or the saved ones name have come. */
  lookAgain() {
    this.engine._bt_look_again();
  }

  /** Folded words of a query that the bundle's index is still to be asked for. */
  missingWords() {
    return this.results(MISSING_WORDS);
  }

  /** @param {Uint8Array} marks  a byte an article */
  found(marks) {
    this.withBytes(marks, (pointer, size) => this.engine._bt_found(pointer, size));
  }

  relatedIds() {
    return this.results(RELATED_IDS);
  }

  /** Of the results' articles. @param {number} offset @param {number} limit */
  numbers(offset, limit) {
    return this.results(NUMBERS, offset, limit).map(Number);
  }

  /** @param {string} language @returns {Problem[]} of the last document */
  problems(language) {
    const fields = this.fields(this.engine._bt_problems(LANGUAGES.indexOf(language)));
    return pairs(fields).map(([code, message]) => ({ code, message }));
  }

  /** @param {string} text  shown while there is no feed @param {boolean} [loading]  whether one is on its way */
  notice(text, loading = false) {
    this.withText(text, (pointer, size) => this.engine._bt_notice(pointer, size, Number(loading)));
  }

  /** @param {number} toast  of TOASTS */
  toast(toast) {
    this.engine._bt_toast(toast);
  }

  /** @param {boolean} on  whether the next frame's layer holds the rows to be printed, not those in sight */
  printing(on) {
    this.engine._bt_printing(Number(on));
  }

  /** @param {Looks} looks */
  looks({ language, theme, accent, headingLevel, still, letters, letterSpacing, wordSpacing }) {
    this.engine._bt_looks(
      LANGUAGES.indexOf(language),
      THEMES.indexOf(theme),
      accent,
      headingLevel,
      Number(still),
      Number(letters),
      letterSpacing,
      wordSpacing,
    );
  }

  /** @param {Preferences} preferences @param {number} usualSize  what resetting goes back to */
  setPreferences({ theme, size, width, line, face }, usualSize) {
    this.engine._bt_preferences(theme, size, width, line, face, usualSize);
  }

  /** @returns {Preferences} */
  preferences() {
    const [theme, size, width, line, face] = this.results(PREFERENCES).map(Number);
    return { theme, size, width, line, face };
  }

  /** @param {string[]} starred  ids @param {string[]} read */
  marks(starred, read) {
    const text = [starred, read].map((ids) => ids.map((id) => `${id}\n`).join('')).join('\0');
    this.withText(text, (pointer, size) => this.engine._bt_marks(pointer, size));
  }

  starred() {
    return this.results(STARRED);
  }

  /** The open article as others are told of it. @returns {{title: string, url: string, citation: string}} */
  card() {
    const now = new Date();
    const today = Math.floor((now.getTime() / 60_000 - now.getTimezoneOffset()) / 1440);
    const [title = '', url = '', citation = ''] = this.results(CARD, today);
    return { title, url, citation };
  }

  /** @param {number} index */
  picture(index) {
    const [src = '', alt = '', caption = ''] = this.results(PICTURE, index);
    return { src, alt, caption };
  }

  /** @param {Partial<Filter>} filter  what is left out stays */
  filter({ departments, from, to, query, starred }) {
    const given = [departments, from, to, query, starred];
    const mask = given.reduce(
      (/** @type {number} */ bits, field, i) => (field === undefined ? bits : bits | (1 << i)),
      0,
    );
    const text = [[departments].flat().join(' '), from ?? '', to ?? '', query ?? '', starred ? '1' : ''].join('\0');
    this.withText(text, (pointer, size) => this.engine._bt_filter(mask, pointer, size));
  }

  /** @param {string} id  empty: the list @returns {boolean} whether there is such an article */
  open(id) {
    return this.withText(id, (pointer, size) => this.engine._bt_open(pointer, size)) === 1;
  }

  /** @param {number} key */
  activate(key) {
    this.engine._bt_activate(key);
  }

  /** @param {number} key @param {string} text @param {boolean} committed */
  input(key, text, committed) {
    this.withText(text, (pointer, size) => this.engine._bt_input(key, pointer, size, Number(committed)));
  }

  /** @param {number} key @param {boolean} visible */
  focus(key, visible) {
    this.engine._bt_focus(key, Number(visible));
  }

  /** @param {number} key @param {number} top */
  scrolled(key, top) {
    this.engine._bt_scrolled(key, top);
  }

  /** @param {number} key @param {number} phase  of DRAG @param {number} x */
  drag(key, phase, x) {
    this.engine._bt_drag(key, phase, x);
  }

  /** @param {string} typed  one character @returns {boolean} whether it did anything */
  shortcut(typed) {
    return this.engine._bt_shortcut(typed.charCodeAt(0)) === 1;
  }

  /** @returns {boolean} whether there was anything to close */
  escape() {
    return this.engine._bt_escape() === 1;
  }

  /** The name of a new texture, which is bound. */
  beginPicture() {
    return this.engine._bt_picture_begin();
  }

  /** @param {number} key @param {number} texture  0: the layer shows it @param {boolean} failed */
  pictureLoaded(key, texture, failed) {
    this.engine._bt_picture(key, texture, Number(failed));
  }

  dropPictures() {
    this.engine._bt_pictures_drop();
  }

  /** Row and paragraph at the top. */
  place() {
    return { row: this.engine._bt_top_row(), at: this.engine._bt_top_part() };
  }

  /** @param {{row: number, at: number}} place */
  goTo({ row, at }) {
    this.engine._bt_go_to(row, at);
  }

  /** @param {number} event  of POINTER in pointer.js @param {number} x @param {number} y */
  pointer(event, x, y) {
    this.engine._bt_pointer(event, x, y);
  }

  fontsChanged() {
    this.engine._bt_fonts_changed();
  }

  /** @returns {boolean} whether there is a canvas to draw on */
  startRenderer() {
    return this.engine._bt_renderer_start() === 1;
  }

  stopRenderer() {
    this.engine._bt_renderer_stop();
  }

  /**
   * @param {number} width @param {number} height @param {number} ratio @param {boolean} draws
   * @returns {boolean} whether something still moves
   */
  frame(width, height, ratio, draws) {
    return this.engine._bt_frame(width, height, ratio, Number(draws)) === 1;
  }

  get total() {
    return this.engine._bt_total();
  }

  get articles() {
    return this.engine._bt_articles();
  }

  get filterMs() {
    return this.engine._bt_filter_ms();
  }

  get memoryBytes() {
    return this.engine.HEAPU8.length;
  }

  /** @returns {Record<string, number>} */
  byDepartment() {
    return counts(this.results(BY_DEPARTMENT));
  }

  /** @returns {Record<string, number>} */
  byMonth() {
    return counts(this.results(BY_MONTH));
  }

  /** @param {number} offset @param {number} limit */
  ids(offset, limit) {
    return this.results(IDS, offset, limit);
  }

  /** @returns {Filter} */
  currentFilter() {
    const [departments, from, to, query, starred] = this.results(FILTER);
    return { departments: departments ? departments.split(' ') : [], from, to, query, starred: starred !== '' };
  }

  openArticle() {
    return this.results(OPEN_ARTICLE)[0];
  }

  /** @param {number} kind @param {number} [offset] @param {number} [limit] */
  results(kind, offset = 0, limit = 0) {
    return this.fields(this.engine._bt_results(kind, offset, limit));
  }

  /** @param {number} size  of the engine's outgoing text, fields ended by NUL @returns {string[]} */
  fields(size) {
    return this.string(this.engine._bt_text(), size).split('\0').slice(0, -1);
  }

  /** @template T @param {string} text @param {(pointer: number, size: number) => T} use @returns {T} */
  withText(text, use) {
    return this.withBytes(encoder.encode(text), use);
  }

  /** @template T @param {Uint8Array} bytes @param {(pointer: number, size: number) => T} use @returns {T} */
  withBytes(bytes, use) {
    const pointer = this.engine._malloc(bytes.length + 1);
    this.engine.HEAPU8.set(bytes, pointer);
    const result = use(pointer, bytes.length);
    this.engine._free(pointer);
    return result;
  }

  /** @param {number} pointer @param {number} size */
  string(pointer, size) {
    return decoder.decode(this.engine.HEAPU8.subarray(pointer, pointer + size));
  }

  /** What src/web/imports.js calls. */
  imports() {
    const { host } = this;
    const { glyphs } = host;
    return {
      /** @type {(face: number, weight: number, size: number, text: number, length: number) => number} */
      advance: (face, weight, size, text, length) => glyphs.advance(face, weight, size, this.string(text, length)),
      /** @type {(face: number, weight: number, size: number, out: number) => void} */
      metrics: (face, weight, size, out) => this.engine.HEAPF32.set(glyphs.metrics(face, weight, size), out >> 2),
      /** @type {(face: number, weight: number, size: number, text: number, length: number, shift: number, pixels: number, capacity: number, box: number) => void} */
      rasterise: (face, weight, size, text, length, shift, pixels, capacity, box) => {
        const raster = glyphs.rasterise(face, weight, size, this.string(text, length), shift);
        if (!raster || raster.rgba.length > capacity) return;
        this.engine.HEAP32.set(
          [raster.left, raster.top, raster.width, raster.height, Number(raster.coloured)],
          box >> 2,
        );
        this.putPixels(raster, pixels);
      },
      /** @type {(text: number, length: number, out: number, capacity: number) => number} */
      nfc: (text, length, out, capacity) => {
        const bytes = encoder.encode(this.string(text, length).normalize('NFC'));
        if (bytes.length > capacity) return 0;
        this.engine.HEAPU8.set(bytes, out);
        return bytes.length;
      },
      /** @type {(html: number, length: number) => number} */
      html: (html, length) => {
        this.html = encoder.encode(blockCode(this.string(html, length)));
        return this.html.length;
      },
      /** @type {(blocks: number) => void} */
      htmlText: (blocks) => this.engine.HEAPU8.set(this.html, blocks),
      /** @type {(parent: number, nodes: number, count: number, lines: number, spans: number, pool: number) => void} */
      layer: (parent, nodes, count, lines, spans, pool) =>
        host.layer(parent >>> 0, this.nodes(nodes, count, { lines, spans, pool })),
      /** @type {(key: number, serial: number) => void} */
      focus: (key, serial) => host.focus(key >>> 0, serial),
      /** @type {(what: number) => void} */
      changed: (what) =>
        host.changed({
          feed: Boolean(what & 1),
          filter: Boolean(what & 2),
          article: Boolean(what & 4),
          preferences: Boolean(what & 8),
          stars: Boolean(what & 16),
        }),
      /** @type {(what: number, argument: number) => void} */
      perform: (what, argument) => host.perform(what, argument >>> 0),
      context: () => host.context(),
    };
  }

  /** @param {import('./glyphs.js').Raster} raster @param {number} pixels */
  putPixels({ rgba, coloured, width, height }, pixels) {
    const memory = this.engine.HEAPU8;
    if (coloured) return memory.set(rgba, pixels);
    for (let i = 0; i < width * height; ++i) memory[pixels + i] = rgba[4 * i + 3];
  }

  /**
   * @param {number} pointer @param {number} count @param {{lines: number, spans: number, pool: number}} tables
   * @returns {LayerNode[]}
   */
  nodes(pointer, count, tables) {
    const words = new Uint32Array(this.engine.HEAPU8.buffer, pointer, count * NODE_WORDS);
    const signed = new Int32Array(words.buffer, pointer, words.length);
    const floats = new Float32Array(words.buffer, pointer, words.length);
    const { pool } = tables;
    return Array.from({ length: count }, (_, index) => {
      const at = index * NODE_WORDS;
      const spans = this.spans(tables.spans, words[at + 14], words[at + 15], pool);
      return {
        kind: KINDS[words[at]],
        flags: words[at + 1],
        key: words[at + 2],
        parent: signed[at + 3],
        x: floats[at + 4],
        y: floats[at + 5],
        width: floats[at + 6],
        height: floats[at + 7],
        text: this.string(pool + words[at + 8], words[at + 9]),
        label: this.string(pool + words[at + 10], words[at + 11]),
        lines: this.lines(tables.lines, words[at + 12], words[at + 13], pool, spans),
        font: this.font(words[at + 16], words[at + 17], words[at + 18], words[at + 19]),
        ink: colour(words[at + 20]),
        ground: colour(words[at + 21]),
        inset: floats[at + 22],
        position: signed[at + 23],
        setSize: signed[at + 24],
        extent: floats[at + 25],
        scrollTo: floats[at + 26],
        scrollSerial: words[at + 27],
      };
    });
  }

  /** @param {number} pointer @param {number} first @param {number} count @param {number} pool @returns {Span[]} */
  spans(pointer, first, count, pool) {
    if (count === 0) return [];
    const words = new Uint32Array(this.engine.HEAPU8.buffer, pointer + first * SPAN_WORDS * 4, count * SPAN_WORDS);
    /** @type {Span | undefined} */
    let last;
    let chain = 0;
    return Array.from({ length: count }, (_, index) => {
      const [begin, end, flags, address, size] = words.subarray(index * SPAN_WORDS);
      const link = this.string(pool + address, size);
      // One link may be partly bold.
      if (link && !(last?.link === link && last.end === begin)) ++chain;
      last = {
        begin,
        end,
        bold: Boolean(flags & BOLD),
        italic: Boolean(flags & ITALIC),
        link,
        chain: link ? chain : 0,
      };
      return last;
    });
  }

  /** @param {number} pointer @param {number} first @param {number} count @param {number} pool @param {Span[]} spans */
  lines(pointer, first, count, pool, spans) {
    if (count === 0) return [];
    const { buffer } = this.engine.HEAPU8;
    const words = new Uint32Array(buffer, pointer + first * LINE_WORDS * 4, count * LINE_WORDS);
    const floats = new Float32Array(buffer, words.byteOffset, words.length);
    return Array.from({ length: count }, (_, index) => {
      const at = index * LINE_WORDS;
      const parts = this.parts(words[at], words[at + 1], pool, spans);
      const flags = words[at + 3];
      if (flags & ELLIPSIS) parts.push({ text: '…' });
      return {
        parts,
        text: parts.map(({ text }) => text).join(''),
        width: floats[at + 2],
        spaceAfter: Boolean(flags & SPACE_AFTER),
        cut: Boolean(flags & ELLIPSIS),
      };
    });
  }

  /**
   * The text of a line, cut where spans begin and end.
   * @param {number} begin @param {number} end @param {number} pool @param {Span[]} spans
   * @returns {import('./layer_lines.js').LinePart[]}
   */
  parts(begin, end, pool, spans) {
    /** @type {import('./layer_lines.js').LinePart[]} */
    const parts = [];
    const add = (/** @type {number} */ to, /** @type {Partial<Span>} */ { bold, italic, link, chain }) => {
      if (to > begin) parts.push({ text: this.string(pool + begin, to - begin), bold, italic, link, chain });
      begin = Math.max(begin, to);
    };
    for (const span of spans) {
      if (span.end <= begin || span.begin >= end) continue;
      add(span.begin, {});
      add(Math.min(span.end, end), span);
    }
    add(end, {});
    return parts;
  }

  /** @param {number} face @param {number} weight @param {number} size @param {number} lineHeight */
  font(face, weight, size, lineHeight) {
    const slant = face & ITALIC_FACE ? 'italic ' : '';
    return `${slant}${weight} ${size}px/${lineHeight}px ${this.host.glyphs.families[face & ~ITALIC_FACE]}`;
  }
}

/** Part of a text that is set apart; bytes of the pool. Spans of one link have one chain. @typedef {{begin: number, end: number, bold: boolean, italic: boolean, link: string, chain: number}} Span */

/** @param {number} abgr  0: none */
function colour(abgr) {
  if (abgr === 0) return '';
  const [red, green, blue, alpha] = [abgr & 255, (abgr >> 8) & 255, (abgr >> 16) & 255, abgr >>> 24];
  return `rgb(${red} ${green} ${blue} / ${Math.round((alpha / 255) * 100)}%)`;
}

/** @param {string[]} fields @returns {[string, string][]} */
function pairs(fields) {
  return Array.from({ length: fields.length / 2 }, (_, i) => [fields[2 * i], fields[2 * i + 1]]);
}

/** @param {string[]} fields */
function counts(fields) {
  return Object.fromEntries(pairs(fields).map(([name, count]) => [name, Number(count)]));
}
