// One running reader: an engine, its canvas, its layer, and the frames between them. Made when an element is in a page
// with something to show, ended without a trace when the element leaves it.

import { Bridge, THEMES } from './bridge.js';
import { giveContext, takeContext } from './contexts.js';
import { engineModule } from './engine.js';
import { FAMILIES, HeldFaces } from './faces.js';
import { showField } from './focus_keeper.js';
import { Glyphs } from './glyphs.js';
import { Layer } from './layer.js';
import { Pictures } from './pictures.js';
import { DRAG, followPointer } from './pointer.js';
import { followPrinting } from './printing.js';
import { Timing } from './timing.js';
import { Translation } from './translation.js';
import engineFactory from 'bantin-engine';

/** @typedef {import('./bridge.js').Changes} Changes */

/**
 * @typedef {object} ViewOwner
 * @property {(changes: Changes) => void} changed  after the frame that showed them
 * @property {(error: unknown) => void} failed  the engine has stopped for good
 * @property {(what: number, argument: number) => void} perform
 * @property {() => void} moved  somebody scrolled
 * @property {() => void} spaced  the page's spacing of letters or words is another one
 */

const CANVAS = { alpha: true, antialias: false, depth: false, stencil: false, premultipliedAlpha: true };
/** @type {Changes} */
const NO_CHANGES = { feed: false, filter: false, article: false, preferences: false, stars: false };
const TOAST_MS = 4000;
const SMALLEST = { width: 200, height: 160 };
/** A viewport's height around the viewport. */
export const NEAR = { rootMargin: '100%' };

export class View {
  /**
   * @param {HTMLElement} host @param {ShadowRoot} root @param {ViewOwner} owner
   */
  static async start(host, root, owner) {
    const view = new View(host, root, owner);
    try {
      const compiling = engineModule();
      view.readFamilies();
      const [compiled] = await Promise.all([compiling, view.faces.arrived()]);
      view.bridge = await Bridge.start(engineFactory, compiled, {
        glyphs: view.glyphs,
        layer: (parent, nodes) => view.applyLayer(parent, nodes),
        focus: (key, serial) => view.layer.focus(key, serial),
        changed: (changes) => view.noteChanges(changes),
        perform: (what, argument) => owner.perform(what, argument),
        context: () => view.context(),
      });
      view.pictures = new Pictures(
        view.bridge,
        () => (view.renderer === 'webgl2' ? view.gl : null),
        () => view.requestFrame(),
      );
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
    this.faces = new HeldFaces(() => this.act(() => this.bridge.fontsChanged()));
    this.canvas = document.createElement('canvas');
    this.canvas.setAttribute('aria-hidden', 'true');
    const layerRoot = document.createElement('div');
    layerRoot.className = 'layer';
    // As wide as the page's own spacing of letters makes it.
    this.spacing = document.createElement('span');
    this.spacing.className = 'spacing';
    this.spacing.textContent = 'a a';
    this.spacing.setAttribute('aria-hidden', 'true');
    root.replaceChildren(this.canvas, this.spacing, layerRoot);
    this.layerRoot = layerRoot;
    // Not by the style sheet: its colours go with what is copied out of the page around.
    layerRoot.animate({ color: ['transparent', 'transparent'] }, { fill: 'forwards' });
    /** @type {Bridge} */
    this.bridge = /** @type {any} */ (null);
    const { signal } = this.ending;
    this.layer = new Layer(layerRoot, this.layerOwner(), signal);
    this.translation = new Translation(layerRoot, (isForeign) => this.read('translated', isForeign), signal);
    this.timing = new Timing();
    this.firstFrameMs = 0;
    this.layerMs = 0;
    /** Why the layer itself is what is read; none: the canvas is. @type {Set<string>} */
    this.reasons = new Set(['canvas']);
    /** At most the viewport's height away from it. */
    this.isNear = true;
    /** Has a WebGL context, or is getting one back. */
    this.isAwake = false;
    /** By us; what a browser takes away, it restores by itself. */
    this.isGivenBack = false;
    /** On paper it has no size and no place of its own. */
    this.isPrinting = false;
    this.request = 0;
    this.size = { width: 0, height: 0, ratio: 0 };
    /** Of the canvas, while awake. */
    this.pixels = { width: 0, height: 0 };
    /** @type {Changes} */
    this.pending = { ...NO_CHANGES };
    /** Whether the last change came from typing. */
    this.typing = false;
    this.dragHasChanged = false;
    this.toastTimer = 0;
    /** @type {WebGL2RenderingContext | null} */
    this.gl = null;
    /** @type {WEBGL_lose_context | null | undefined} */
    this.loser = null;
    /** @type {Pictures | null} */
    this.pictures = null;
  }

  /** Puts the reader on screen. @param {import('./bridge.js').Looks} looks */
  show(looks) {
    this.readFamilies();
    this.applyLooks(looks);
    const { top, bottom } = this.host.getBoundingClientRect();
    this.isNear = bottom > -innerHeight && top < 2 * innerHeight;
    this.wake();
    if (!this.isAwake) this.read('canvas', true);
    this.observe();
    this.measure(null);
  }

  /** Ends everything this view took: listeners, observers, frames, the context. */
  end() {
    this.ending.abort();
    this.faces.release();
    cancelAnimationFrame(this.request);
    clearTimeout(this.toastTimer);
    this.request = 0;
    this.resizing?.disconnect();
    this.spacingWatch?.disconnect();
    this.crossing?.disconnect();
    giveContext(this);
    this.loser?.loseContext();
    this.gl = null;
    this.canvas.width = this.canvas.height = 0;
    this.canvas.remove();
    this.spacing.remove();
    this.layerRoot.remove();
  }

  /** @param {import('./bridge.js').Looks} looks */
  setLooks(looks) {
    if (this.readFamilies()) this.bridge.fontsChanged();
    this.applyLooks(looks);
    this.requestFrame();
  }

  /** @param {import('./bridge.js').Looks} looks */
  applyLooks(looks) {
    const { style } = this.layerRoot;
    this.layerRoot.lang = looks.language;
    style.setProperty('--letter', `${looks.letterSpacing}em`);
    style.setProperty('--word', `${looks.wordSpacing}em`);
    this.bridge.looks(looks);
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

  /** A sentence for a moment. @param {number} toast  of TOASTS */
  toast(toast) {
    clearTimeout(this.toastTimer);
    this.act(() => this.bridge.toast(toast));
    if (toast) this.toastTimer = window.setTimeout(() => this.toast(0), TOAST_MS);
  }

  /** @param {boolean} draws */
  frame(draws) {
    if (this.ending.signal.aborted) return;
    const { width, height, ratio } = this.size;
    const start = performance.now();
    this.layerMs = 0;
    try {
      const isSeen = draws && this.renderer === 'webgl2' && this.isNear && width > 0 && height > 0;
      const [wide, high] = [Math.max(width, SMALLEST.width), Math.max(height, SMALLEST.height)];
      if (this.bridge.frame(wide, high, ratio, isSeen)) this.requestFrame();
    } catch (error) {
      return this.fail(error);
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
    this.translation.own(() => this.layer.apply(parent, nodes));
    this.layerMs += performance.now() - start;
  }

  /** @param {Changes} changes */
  noteChanges(changes) {
    for (const kind of /** @type {(keyof Changes)[]} */ (Object.keys(changes))) this.pending[kind] ||= changes[kind];
  }

  // Listeners may call back into the reader, so they hear of changes only once the frame is over.
  tellChanges() {
    const changes = this.pending;
    if (!Object.values(changes).includes(true)) return;
    this.pending = { ...NO_CHANGES };
    if (changes.article || changes.feed) {
      this.pictures?.drop();
      this.layerRoot.classList.toggle('reading', this.bridge.openArticle() !== '');
    }
    this.owner.changed(changes);
    this.typing = false;
    if (changes.filter) this.dragHasChanged = true;
  }

  /** @returns {import('./layer.js').LayerOwner} */
  layerOwner() {
    return {
      activated: (key) => {
        this.typing = false;
        this.act(() => this.bridge.activate(key));
      },
      typed: (key, text, committed) => {
        this.typing = true;
        this.act(() => this.bridge.input(key, text, committed));
      },
      focused: (key, visible) => this.act(() => this.bridge.focus(key, visible)),
      scrolled: (key, place) => {
        if (this.isPrinting) return;
        this.act(() => this.bridge.scrolled(key, place));
        this.owner.moved();
      },
      dragged: (key, phase, x) => {
        // A drag is one step of the reader's: its first change begins it, those after belong to it.
        if (phase === DRAG.begin) this.dragHasChanged = false;
        this.typing = this.dragHasChanged;
        this.act(() => this.bridge.drag(key, phase, x));
      },
      escaped: () => this.act(() => this.bridge.escape()) === true,
      letter: (letter) => this.act(() => this.bridge.shortcut(letter)) === true,
      pictureLoaded: (key, picture, failed) => this.pictures?.show(key, picture, failed, this.size.ratio),
    };
  }

  /**
   * Does something with the reader, to be seen in the next frame.
   * @template T @param {() => T} action @returns {T | undefined} undefined: there is no engine, or none any more
   */
  act(action) {
    if (!this.bridge || this.ending.signal.aborted) return undefined;
    try {
      const result = action();
      this.requestFrame();
      return result;
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  // An engine that has trapped does so again at every call.
  /** @param {unknown} error */
  fail(error) {
    if (!this.ending.signal.aborted) this.owner.failed(error);
  }

  readFamilies() {
    const style = getComputedStyle(this.host);
    const [ui, body] = ['--bantin-font-ui', '--bantin-font-body'].map((name) => style.getPropertyValue(name).trim());
    [ui, body].forEach((own, face) => own || this.faces.hold(FAMILIES[face]));
    return this.glyphs.setFamilies(ui, body);
  }

  context() {
    try {
      this.gl = /** @type {WebGL2RenderingContext | null} */ (this.canvas.getContext('webgl2', CANVAS));
      // Of a lost context it cannot be had any more.
      this.loser ??= this.gl?.getExtension('WEBGL_lose_context');
    } catch {
      this.gl = null;
    }
    return this.gl;
  }

  get renderer() {
    return this.reasons.size > 0 ? 'dom' : 'webgl2';
  }

  startRenderer() {
    this.read('canvas', !(this.glyphs.areTrustworthy() && this.bridge.startRenderer()));
  }

  /**
   * The layer is what is read for as long as any reason holds.
   * @param {'canvas' | 'colours' | 'translated'} reason @param {boolean} holds
   */
  read(reason, holds) {
    if (holds) this.reasons.add(reason);
    else this.reasons.delete(reason);
    const { classList } = this.layerRoot;
    this.canvas.hidden = this.renderer === 'dom';
    classList.toggle('shown', this.canvas.hidden);
    classList.toggle('reflow', this.reasons.has('translated'));
    this.pictures?.drop();
    this.layer.reloadPictures();
    this.requestFrame();
  }

  watchColours() {
    const forced = matchMedia('(forced-colors: active)');
    const changed = () => this.read('colours', forced.matches);
    forced.addEventListener('change', changed, { signal: this.ending.signal });
    if (forced.matches) changed();
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
    this.spacingWatch = new ResizeObserver(() => this.owner.spaced());
    this.spacingWatch.observe(this.spacing);
    this.crossing = new IntersectionObserver(([entry]) => this.crossed(entry.isIntersecting), NEAR);
    this.crossing.observe(this.host);
    const report = (/** @type {number} */ kind, /** @type {number} */ x, /** @type {number} */ y) =>
      this.act(() => this.bridge.pointer(kind, x, y));
    followPointer(this.layerRoot, report, signal);
    followPrinting(this, /** @type {ShadowRoot} */ (this.layerRoot.getRootNode()), signal);
    this.canvas.addEventListener('webglcontextlost', (event) => this.contextLost(event), { signal });
    this.canvas.addEventListener('webglcontextrestored', () => this.contextRestored(), { signal });
    this.watchRatio();
    this.watchColours();
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
    if (this.isPrinting) return;
    // A page may zoom the reader by itself.
    const ratio = devicePixelRatio * (this.host.currentCSSZoom ?? 1);
    const box = entry?.target === this.canvas ? entry.devicePixelContentBoxSize?.[0] : undefined;
    // A browser that only pretends to another ratio tells sizes of the real one.
    const exact = box && Math.abs(box.inlineSize - this.host.clientWidth * ratio) < 2 ? box : undefined;
    const width = exact ? exact.inlineSize : Math.round(this.host.clientWidth * ratio);
    const height = exact ? exact.blockSize : Math.round(this.host.clientHeight * ratio);
    const old = this.size;
    if (ratio !== old.ratio) this.glyphs.calibrate(this.layerRoot, ratio);
    this.size = { width: width / ratio, height: height / ratio, ratio };
    if (old.width === this.size.width && old.height === this.size.height && old.ratio === ratio) return;
    this.pixels = { width, height };
    this.fit();
    // Now, not in the next frame: a resized canvas is blank until it is drawn.
    if (!this.bridge || this.ending.signal.aborted) return;
    this.frame(true);
    showField(this.layer.focusedElement());
  }

  fit() {
    const { width, height } = this.isAwake ? this.pixels : { width: 0, height: 0 };
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
  }

  /** @param {boolean} isNear */
  crossed(isNear) {
    this.isNear = isNear;
    if (isNear) {
      this.wake();
      this.requestFrame();
    } else {
      this.sleep();
    }
  }

  sleep() {
    if (this.isAwake) {
      this.isAwake = false;
      this.isGivenBack = true;
      this.loser?.loseContext();
      this.fit();
    }
    giveContext(this);
  }

  /** With a context if there is one to be had. */
  wake() {
    if (!this.isNear || this.isAwake || !takeContext(this)) return;
    this.isAwake = true;
    this.fit();
    if (!this.gl) this.startRenderer();
    else if (this.reasons.has('canvas')) this.loser?.restoreContext();
  }

  /** @param {Event} event */
  contextLost(event) {
    event.preventDefault();
    this.bridge.stopRenderer();
    this.read('canvas', true);
    // Wanted again before it was gone. It may be had only after this event.
    if (this.isGivenBack && this.isAwake) setTimeout(() => this.loser?.restoreContext());
  }

  contextRestored() {
    if (!this.isAwake) return this.loser?.loseContext();
    this.isGivenBack = false;
    this.startRenderer();
  }
}

export { THEMES };
