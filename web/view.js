// One running reader: an engine, its canvas, its layer, and the frames between them. Made when an element is in a page
// with something to show, ended without a trace when the element leaves it.

import { Bridge, THEMES } from './bridge.js';
import { engineModule } from './engine.js';
import { Glyphs } from './glyphs.js';
import { Layer } from './layer.js';
import { followPointer } from './pointer.js';
import { Timing } from './timing.js';
import engineFactory from 'bantin-engine';

/** @typedef {import('./bridge.js').Changes} Changes */

/**
 * @typedef {object} ViewOwner
 * @property {(changes: Changes) => void} changed  after the frame that showed them
 * @property {(error: unknown) => void} failed  the engine has stopped for good
 */

const CANVAS = { alpha: true, antialias: false, depth: false, stencil: false, premultipliedAlpha: true };
const SMALLEST = { width: 200, height: 160 };

export class View {
  /**
   * @param {HTMLElement} host @param {ShadowRoot} root @param {ViewOwner} owner
   */
  static async start(host, root, owner) {
    const view = new View(host, root, owner);
    try {
      await document.fonts.ready;
      const compiled = await engineModule();
      view.bridge = await Bridge.start(engineFactory, compiled, {
        glyphs: view.glyphs,
        layer: (parent, nodes) => view.applyLayer(parent, nodes),
        focus: (key, serial) => view.layer.focus(key, serial),
        changed: (changes) => view.noteChanges(changes),
        context: () => view.context(),
      });
    } catch (error) {
      view.end();
      throw error;
    }
    return view;
  }

  /** @param {HTMLElement} host @param {ShadowRoot} root @param {ViewOwner} owner */
  constructor(host, root, owner) {
    this.host = host;
    this.owner = owner;
    this.born = performance.now();
    this.ending = new AbortController();
    this.glyphs = new Glyphs();
    this.canvas = document.createElement('canvas');
    this.canvas.setAttribute('aria-hidden', 'true');
    const layerRoot = document.createElement('div');
    layerRoot.className = 'layer';
    root.replaceChildren(this.canvas, layerRoot);
    this.layerRoot = layerRoot;
    /** @type {Bridge} */
    this.bridge = /** @type {any} */ (null);
    this.layer = new Layer(layerRoot, this.layerOwner(), this.ending.signal);
    this.timing = new Timing();
    this.firstFrameMs = 0;
    this.layerMs = 0;
    this.renderer = 'dom';
    this.onScreen = true;
    this.request = 0;
    this.size = { width: 0, height: 0, ratio: 0 };
    /** @type {Changes} */
    this.pending = { feed: false, filter: false, article: false };
  }

  /** Puts the reader on screen. @param {{language: string, theme: string, accent: number, headingLevel: number}} looks */
  show(looks) {
    this.readFamilies();
    this.bridge.looks(looks);
    this.startRenderer();
    this.observe();
    this.measure(null);
  }

  /** Ends everything this view took: listeners, observers, frames, the context. */
  end() {
    this.ending.abort();
    cancelAnimationFrame(this.request);
    this.request = 0;
    this.resizing?.disconnect();
    this.crossing?.disconnect();
    this.gl?.getExtension('WEBGL_lose_context')?.loseContext();
    this.gl = null;
    this.canvas.width = this.canvas.height = 0;
    this.canvas.remove();
    this.layerRoot.remove();
  }

  /** @param {{language: string, theme: string, accent: number, headingLevel: number}} looks */
  setLooks(looks) {
    if (this.readFamilies()) this.bridge.fontsChanged();
    this.bridge.looks(looks);
    this.requestFrame();
  }

  /** Brings state and layer together at once, without waiting for the screen. */
  settle() {
    this.frame(false);
    this.requestFrame();
  }

  requestFrame() {
    if (this.request || this.ending.signal.aborted) return;
    this.request = requestAnimationFrame(() => {
      this.request = 0;
      this.frame(true);
    });
  }

  /** @param {boolean} draws */
  frame(draws) {
    if (this.ending.signal.aborted) return;
    const { width, height, ratio } = this.size;
    const start = performance.now();
    this.layerMs = 0;
    try {
      const isSeen = draws && this.onScreen && width > 0 && height > 0;
      this.bridge.frame(Math.max(width, SMALLEST.width), Math.max(height, SMALLEST.height), ratio, isSeen);
    } catch (error) {
      this.owner.failed(error);
      return;
    }
    const end = performance.now();
    if (draws) {
      this.timing.add(end - start - this.layerMs);
      this.firstFrameMs ||= end - this.born;
    }
    this.tellChanges();
  }

  // The layer's time is the page's, not the engine's: it is left out of the frame's.
  /** @param {number} parent @param {import('./layer.js').LayerNode[]} nodes */
  applyLayer(parent, nodes) {
    const start = performance.now();
    this.layer.apply(parent, nodes);
    this.layerMs += performance.now() - start;
  }

  /** @param {Changes} changes */
  noteChanges(changes) {
    this.pending.feed ||= changes.feed;
    this.pending.filter ||= changes.filter;
    this.pending.article ||= changes.article;
  }

  // Listeners may call back into the reader, so they hear of changes only once the frame is over.
  tellChanges() {
    const changes = this.pending;
    if (!changes.feed && !changes.filter && !changes.article) return;
    this.pending = { feed: false, filter: false, article: false };
    this.owner.changed(changes);
  }

  /** @returns {import('./layer.js').LayerOwner} */
  layerOwner() {
    return {
      activated: (key) => this.act(() => this.bridge.activate(key)),
      typed: (key, text, committed) => this.act(() => this.bridge.input(key, text, committed)),
      focused: (key, visible) => this.act(() => this.bridge.focus(key, visible)),
      scrolled: (key, top) => this.act(() => this.bridge.scrolled(key, top)),
    };
  }

  /** @param {() => void} action  of the reader, to be seen in the next frame */
  act(action) {
    if (!this.bridge || this.ending.signal.aborted) return;
    action();
    this.requestFrame();
  }

  readFamilies() {
    const style = getComputedStyle(this.host);
    const read = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
    return this.glyphs.setFamilies(read('--bantin-font-ui'), read('--bantin-font-body'));
  }

  context() {
    this.gl = /** @type {WebGL2RenderingContext | null} */ (this.canvas.getContext('webgl2', CANVAS));
    return this.gl;
  }

  startRenderer() {
    const drawn = this.glyphs.areTrustworthy() && this.bridge.startRenderer();
    this.renderer = drawn ? 'webgl2' : 'dom';
    this.canvas.hidden = !drawn;
    this.layerRoot.classList.toggle('shown', !drawn);
  }

  observe() {
    const { signal } = this.ending;
    this.resizing = new ResizeObserver(([entry]) => this.measure(entry));
    try {
      this.resizing.observe(this.canvas, { box: 'device-pixel-content-box' });
    } catch {
      this.resizing.observe(this.canvas);
    }
    this.resizing.observe(this.host);
    this.crossing = new IntersectionObserver(([entry]) => {
      this.onScreen = entry.isIntersecting;
      if (this.onScreen) this.requestFrame();
    });
    this.crossing.observe(this.host);
    const report = (/** @type {number} */ kind, /** @type {number} */ x, /** @type {number} */ y) =>
      this.act(() => this.bridge.pointer(kind, x, y));
    followPointer(this.layerRoot, report, signal);
    this.canvas.addEventListener('webglcontextlost', (event) => this.contextLost(event), { signal });
    this.canvas.addEventListener('webglcontextrestored', () => this.contextRestored(), { signal });
    this.watchRatio();
    document.fonts.addEventListener('loadingdone', () => this.act(() => this.bridge.fontsChanged()), { signal });
  }

  // A window moved to another screen, or zoomed, keeps its size in CSS pixels.
  watchRatio() {
    const { signal } = this.ending;
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const changed = () => {
      this.measure(null);
      if (!signal.aborted) this.watchRatio();
    };
    query.addEventListener('change', changed, { signal, once: true });
  }

  // The canvas gets as many pixels as the screen gives it, and the engine is told the size those pixels make.
  /** @param {ResizeObserverEntry | null} entry */
  measure(entry) {
    const ratio = devicePixelRatio;
    const exact = entry?.target === this.canvas ? entry.devicePixelContentBoxSize?.[0] : undefined;
    const width = exact ? exact.inlineSize : Math.round(this.host.clientWidth * ratio);
    const height = exact ? exact.blockSize : Math.round(this.host.clientHeight * ratio);
    const old = this.size;
    if (ratio !== old.ratio) this.glyphs.calibrate(this.layerRoot, ratio);
    this.size = { width: width / ratio, height: height / ratio, ratio };
    if (old.width === this.size.width && old.height === this.size.height && old.ratio === ratio) return;
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    // Now, not in the next frame: a resized canvas is blank until it is drawn.
    if (this.bridge && !this.ending.signal.aborted) this.frame(true);
  }

  /** @param {Event} event */
  contextLost(event) {
    event.preventDefault();
    this.bridge.stopRenderer();
    this.renderer = 'dom';
    this.canvas.hidden = true;
    this.layerRoot.classList.add('shown');
    this.requestFrame();
  }

  contextRestored() {
    this.startRenderer();
    this.requestFrame();
  }
}

export { THEMES };
