// <ban-tin>: the article reader as an element. Attributes and properties, methods and events; what runs is a View.
//
//   <script src="bantin.js" defer></script>
//   <ban-tin src="data/sample.json" departments="so-tttt so-yt" from="2022-01-01" to="2022-12-31"></ban-tin>
//
// Attributes: src, departments (ids separated by spaces), from and to (YYYY-MM-DD, inclusive), query, article (id),
//   lang (vi, en), theme (auto, light, sepia, dark, contrast), heading-level (1 to 6), keys (off), routing (none, hash;
//   read when the element enters a page), clipboard (own, page: what is selected outside is copied as cleanly, for pages
//   that are the reader's; read likewise), kiosk and idle-seconds (90; read likewise: see web/kiosk/kiosk.js).
// Events (bubbling, composed): bantin-ready {articles, warnings}, bantin-filter {departments, from, to, query, total},
//   bantin-article {id}, bantin-error {code, message, source}.
// CSS properties: --bantin-accent, --bantin-font-ui, --bantin-font-body, --bantin-font-size (of the body text, px),
//   --bantin-radius (of the element's corners).

import { isManifest } from './bundle_mark.js';
import { bundleReader } from './bundle_loader.js';
import { PERFORM } from './bridge.js';
import { engineBytes } from './engine.js';
import { showFallback } from './fallback.js';
import { kioskParts } from './kiosk_loader.js';
import { layerStyle } from './layer_style.js';
import { Memory } from './memory.js';
import { Routing } from './routing.js';
import { readSource, SourceError } from './source.js';
import { say } from './strings.js';
import { offerCopies, tools } from './tools.js';
import { NEAR, THEMES, View } from './view.js';

/** @typedef {import('./bridge.js').Filter} Filter */

const VERSION = '0.1.0';
const LOAD_HEADLINE = PERFORM.indexOf('loadHeadline');
const FILTER_ATTRIBUTES = ['departments', 'from', 'to', 'query'];
const LOOKS_ATTRIBUTES = ['lang', 'theme', 'heading-level', 'keys'];
/** What WCAG 2.2, criterion 1.4.12, asks to be borne, in em; more is a page's own design and not followed. */
const MOST_SPACING = { letter: 0.12, word: 0.16 };

/** CSS pixels of the body text, step by step: kBodySizes of src/reader/preferences.h. */
const BODY_SIZES = [14, 15, 16, 17, 18, 19, 20, 22, 24, 26, 28, 30, 32, 36, 40];
const USUAL = { theme: 0, size: 4, width: 2, line: 2, face: 0 };

/** What is remembered on a kiosk. @type {import('./memory.js').Kept} */
const NOTHING = { preferences: {}, starred: [], read: [] };

/** Of this site, shared by all elements of a page. */
const memory = new Memory();

export class BanTin extends HTMLElement {
  static observedAttributes = ['src', 'article', ...FILTER_ATTRIBUTES, ...LOOKS_ATTRIBUTES];

  /** @type {View | null} */
  #view = null;
  /** @type {Promise<void> | null} */
  #starting = null;
  /** While it is far from the viewport. @type {IntersectionObserver | null} */
  #nearing = null;
  /** Counts stays in a page: a start that ends after the element has left is no longer wanted. */
  #stay = 0;
  /** @type {object | string | null} */
  #given = null;
  /** @type {AbortController | null} */
  #loading = null;
  #bytesLoaded = 0;
  /** @type {Uint8Array | null} */
  #json = null;
  /** What is to be shown once there is a view: given by attributes and methods. @type {Partial<Filter>} */
  #wanted = {};
  /** @type {string | undefined} */
  #wantedArticle;
  /** @type {MediaQueryList | null} */
  #dark = null;
  /** @type {MediaQueryList | null} */
  #stillness = null;
  /** @type {{time: string, event: string, detail: string}[]} */
  #log = [];
  #base = document.baseURI;
  /** Where what is shown comes piece by piece. @type {import('./library.js').Library | null} */
  #library = null;
  /** Ids. @type {Set<string>} */
  #starred = new Set();
  /** @type {Routing | null} */
  #routing = null;
  /** What takes out of its own style what it has put there. */
  #put = {};

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    // Until the reader starts, what the page has put into the element stands there.
    root.append(document.createElement('slot'));
    this.adoptedCallback();
  }

  connectedCallback() {
    this.#takeEarly();
    if (getComputedStyle(this).display === 'inline') this.#becomeBlock();
    this.#view?.layer.moved();
    if (this.#view || this.#starting || this.#nearing) return;
    this.#nearing = new IntersectionObserver(([entry]) => entry.isIntersecting && this.#start(), NEAR);
    this.#nearing.observe(this);
  }

  // Into another document, a frame's; one that nobody sees has no window.
  adoptedCallback() {
    const page = this.ownerDocument.defaultView;
    if (page) /** @type {ShadowRoot} */ (this.shadowRoot).adoptedStyleSheets = [layerStyle(page)];
  }

  // An element that is only moved is connected again before the microtask.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  /** @param {string} name @param {string | null} old @param {string | null} value */
  attributeChangedCallback(name, old, value) {
    if (old === value) return;
    if (FILTER_ATTRIBUTES.includes(name)) {
      Object.assign(this.#wanted, { [name]: name === 'departments' ? words(value) : (value ?? '') });
      this.#pursue();
    } else if (name === 'article') {
      this.#wantedArticle = value ?? '';
      this.#pursue();
    } else if (name === 'src') {
      if (this.#view) this.#load();
    } else {
      this.#view?.setLooks(this.#looks());
    }
  }

  /**
   * @param {Partial<Filter>} filter  departments, from, to, query, starred (only saved articles); what is left out stays,
   *   `""`, `[]` and `false` clear
   * @returns {Promise<void>} settles when state and layer are complete
   */
  async setFilter(filter) {
    Object.assign(this.#wanted, filter);
    await this.#pursueNow();
  }

  /** @returns {Promise<void>} */
  clearFilter() {
    return this.setFilter({ departments: [], from: '', to: '', query: '', starred: false });
  }

  /** @param {string} id @returns {Promise<void>} */
  async openArticle(id) {
    this.#wantedArticle = id;
    await this.#pursueNow();
  }

  /** @returns {Promise<void>} */
  closeArticle() {
    return this.openArticle('');
  }

  /** The feed itself, as an object or JSON text. */
  get feed() {
    return this.#given;
  }

  set feed(feed) {
    this.#given = feed ?? null;
    if (this.#view) this.#load();
  }

  /** Of the current filter; null before anything is shown. */
  get results() {
    const bridge = this.#view?.bridge;
    if (!bridge) return null;
    return {
      total: bridge.total,
      byDepartment: bridge.byDepartment(),
      byMonth: bridge.byMonth(),
      ids: async (offset = 0, limit = 50) => {
        await this.#library?.see(offset, limit);
        return bridge.ids(offset, limit);
      },
    };
  }

  get stats() {
    const view = this.#view;
    return {
      engine: VERSION,
      articles: view?.bridge.articles ?? 0,
      frames: view?.timing.count ?? 0,
      frameMsMedian: view?.timing.median ?? 0,
      firstFrameMs: view?.firstFrameMs ?? 0,
      filterMs: view?.bridge.filterMs ?? 0,
      searchMs: this.#library?.searchMs || (view?.bridge.filterMs ?? 0),
      layerChanges: view?.layer.changes ?? 0,
      bytesLoaded: this.#bytesLoaded + (this.#library?.bytesLoaded ?? 0) + engineBytes(),
      memoryBytes: view?.bridge.memoryBytes ?? 0,
      renderer: view?.renderer ?? 'dom',
    };
  }

  /** The last events worth an operator's look, newest last. */
  get log() {
    return [...this.#log];
  }

  get src() {
    return this.getAttribute('src') ?? '';
  }

  set src(value) {
    this.setAttribute('src', value);
  }

  get departments() {
    return [this.#filter().departments].flat().join(' ');
  }

  set departments(value) {
    this.setAttribute('departments', value);
  }

  get from() {
    return this.#filter().from;
  }

  set from(value) {
    this.setAttribute('from', value);
  }

  get to() {
    return this.#filter().to;
  }

  set to(value) {
    this.setAttribute('to', value);
  }

  get query() {
    return this.#filter().query;
  }

  set query(value) {
    this.setAttribute('query', value);
  }

  /** Id of the open article; empty: the list. */
  get article() {
    return this.#view?.bridge.openArticle() ?? this.#wantedArticle ?? '';
  }

  set article(value) {
    this.setAttribute('article', value);
  }

  get routing() {
    return this.getAttribute('routing') ?? 'none';
  }

  set routing(value) {
    this.setAttribute('routing', value);
  }

  /** `off`: single letters are no shortcuts. */
  get keys() {
    return this.getAttribute('keys') ?? 'on';
  }

  set keys(value) {
    this.setAttribute('keys', value);
  }

  get theme() {
    return this.getAttribute('theme') ?? 'auto';
  }

  set theme(value) {
    this.setAttribute('theme', value);
  }

  /** Nothing that somebody chooses or marks is kept. */
  get kiosk() {
    return this.hasAttribute('kiosk');
  }

  #start() {
    this.#nearing?.disconnect();
    this.#nearing = null;
    const stay = this.#stay;
    this.#starting = this.#run().catch((error) => this.#fail(error, stay));
  }

  async #run() {
    const stay = this.#stay;
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    const view = await View.start(this, root, {
      changed: (changes) => this.#announce(changes),
      failed: (error) => this.#fail(error),
      perform: (what, argument) => this.#perform(what, argument),
      moved: () => this.#routing?.note('scroll'),
      spaced: () => this.#view?.setLooks(this.#looks()),
    });
    if (stay !== this.#stay) return view.end();
    this.#view = view;
    this.#watchTheme(view.ending.signal);
    const isPages = this.getAttribute('clipboard') === 'page';
    offerCopies(isPages ? [view.layerRoot, document] : [view.layerRoot], view.ending.signal);
    this.#remember(view);
    if (this.kiosk) this.#beKiosk(view);
    view.bridge.notice(this.#hasSource() ? say('loading', this.#language()) : '', true);
    view.show(this.#looks());
    await this.#load();
    if (this.#view === view) this.#route(view.ending.signal);
  }

  /** @param {View} view */
  async #beKiosk(view) {
    const note = this.#note.bind(this);
    try {
      (await kioskParts()).startKiosk({ element: this, view, note, forget: () => this.#remember(view) });
    } catch (error) {
      note('kiosk', String(error));
    }
  }

  // What an earlier visit to this site left.
  /** @param {View} view */
  #remember(view) {
    const { preferences, starred, read } = this.kiosk ? NOTHING : memory.load();
    const size = this.#usualSize();
    const known = { ...USUAL, size, ...preferences };
    view.bridge.setPreferences(/** @type {import('./bridge.js').Preferences} */ (known), size);
    view.bridge.marks(starred, read);
    this.#starred = new Set(starred);
  }

  /** The step nearest to --bantin-font-size. */
  #usualSize() {
    const wanted = parseFloat(getComputedStyle(this).getPropertyValue('--bantin-font-size'));
    if (!(wanted > 0)) return USUAL.size;
    const distance = (/** @type {number} */ step) => Math.abs(BODY_SIZES[step] - wanted);
    return BODY_SIZES.reduce((best, _, step) => (distance(step) < distance(best) ? step : best), 0);
  }

  /** @param {import('./bridge.js').Changes} changes @param {import('./bridge.js').Bridge} bridge */
  #keep(changes, bridge) {
    if (this.kiosk) return;
    if (changes.preferences) memory.setPreferences(bridge.preferences());
    if (changes.article && bridge.openArticle()) {
      memory.markRead(bridge.openArticle());
      tools().catch(() => {});
    }
    if (!changes.stars) return;
    // Only what was changed here: another tab may have changed others.
    const starred = new Set(bridge.starred());
    for (const id of starred) if (!this.#starred.has(id)) memory.setStarred(id, true);
    for (const id of this.#starred) if (!starred.has(id)) memory.setStarred(id, false);
    this.#starred = starred;
  }

  /** @param {AbortSignal} signal */
  #route(signal) {
    if (this.getAttribute('routing') !== 'hash') return;
    this.#routing = new Routing(
      { state: () => this.#state(), apply: (state) => this.#become(state) },
      this.id || 'bantin',
    );
    this.#routing.start(signal);
    signal.addEventListener('abort', () => (this.#routing = null));
  }

  #state() {
    const place = this.#view?.bridge.place() ?? { at: 0, row: 0 };
    return { ...this.#filter(), article: this.article, ...place, at: this.article ? place.at : 0 };
  }

  /** @param {import('./routing.js').State} state */
  async #become({ article, row, at, ...filter }) {
    await this.setFilter(filter);
    await this.openArticle(article);
    this.#view?.act(() => this.#view?.bridge.goTo({ row, at }));
    this.#view?.settle();
  }

  /** @param {number} what @param {number} argument */
  #perform(what, argument) {
    if (what >= LOAD_HEADLINE) return this.#library?.want(what, argument);
    const view = /** @type {View} */ (this.#view);
    const context = {
      bridge: view.bridge,
      root: /** @type {ShadowRoot} */ (this.shadowRoot),
      language: this.#language(),
      base: this.#base,
      toast: (/** @type {number} */ toast) => view.toast(toast),
    };
    tools()
      .then(({ perform }) => perform(what, argument, context))
      .catch((error) => this.#note('tools', String(error)));
  }

  async #pursue() {
    await this.#starting;
    await this.#applyWanted();
  }

  // Who calls a method does not wait for somebody to scroll here.
  #pursueNow() {
    if (this.#nearing) this.#start();
    return this.#pursue();
  }

  // Where a page has unset everything, the sheet of the shadow has no say.
  #becomeBlock() {
    const { style } = this;
    this.#put = style.height ? { display: '' } : { display: '', height: '' };
    Object.assign(style, { height: style.height || 'min(40rem, 100vh)', display: 'block' });
  }

  // Properties set before the script had run hide the element's own. Attributes set while it is made tell nobody.
  #takeEarly() {
    for (const [name, value] of Object.entries(this)) {
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  #stop() {
    ++this.#stay;
    const view = this.#view;
    if (view) {
      this.#wanted = view.bridge.currentFilter();
      this.#wantedArticle = view.bridge.openArticle();
    }
    this.#loading?.abort();
    view?.end();
    Object.assign(this.style, this.#put);
    this.#put = {};
    if (!this.getAttribute('style')) this.removeAttribute('style');
    this.#nearing?.disconnect();
    // A page may hold an element for long that it has taken out.
    this.#view = this.#starting = this.#nearing = this.#library = null;
  }

  // Whatever goes wrong in here, a trap in the engine too, ends in something to read.
  #load() {
    return this.#loadSource().catch((error) => this.#fail(error));
  }

  async #loadSource() {
    const view = this.#view;
    if (!view) return;
    this.#loading?.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    try {
      const found = await readSource(this, this.#given, this.#language(), signal);
      if (signal.aborted || !found) return;
      this.#bytesLoaded += found.bytes.length;
      const library = isManifest(found.bytes) ? await this.#opened(view, found) : null;
      if (signal.aborted) return library?.end();
      this.#library?.end();
      this.#library = library;
      this.#json = library ? null : found.bytes;
      this.#base = view.layer.base = found.base;
      await this.#show(view, found);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof SourceError)) throw error;
      this.#report(error.code, error.message, error.source);
      view.bridge.notice(error.message);
      view.settle();
    }
  }

  /** @param {View} view @param {{bytes: Uint8Array<ArrayBuffer>, source: string, base: string}} found */
  async #opened(view, { bytes, source, base }) {
    const language = this.#language();
    try {
      const { Library } = await bundleReader();
      return await Library.open(bytes, base, {
        bridge: view.bridge,
        act: (action) => view.act(action),
        signal: view.ending.signal,
        note: (event, detail) => this.#note(event, detail),
      });
    } catch (error) {
      const code = /** @type {any} */ (error).code ?? 'source-unreachable';
      const isBad = code.startsWith('bundle-');
      throw new SourceError(code, `${say(isBad ? 'badBundle' : 'unreachable', language)} (${source})`, source);
    }
  }

  /** @param {View} view @param {{bytes: Uint8Array, source: string}} found */
  async #show(view, { bytes, source }) {
    if (this.#library ? this.#library.show() : view.bridge.load(bytes)) return this.#applyWanted();
    const [{ code, message } = { code: 'bundle-malformed', message: say('badBundle', this.#language()) }] =
      view.bridge.problems(this.#language());
    this.#report(code, message, source);
    view.bridge.notice(message);
    view.settle();
  }

  async #applyWanted() {
    const view = this.#view;
    if (!view) return;
    view.act(() => {
      if (Object.keys(this.#wanted).length > 0) view.bridge.filter(this.#wanted);
      this.#wanted = {};
    });
    if (this.#library) await this.#fetchWanted(this.#library);
    view.act(() => {
      if (this.#wantedArticle === undefined || view.bridge.articles === 0) return;
      view.bridge.open(this.#wantedArticle);
      this.#wantedArticle = undefined;
    });
    view.settle();
  }

  // What cannot be had is in the log, and can be asked for again where it is missed.
  /** @param {import('./library.js').Library} library */
  async #fetchWanted(library) {
    this.#view?.settle();
    await library.complete();
    if (this.#wantedArticle) await library.prepare(this.#wantedArticle).catch(() => {});
  }

  /** @param {import('./bridge.js').Changes} changes */
  #announce(changes) {
    const { bridge, typing } = /** @type {View} */ (this.#view);
    this.#keep(changes, bridge);
    if (changes.feed) {
      const warnings = bridge.problems(this.#language());
      this.#send('bantin-ready', { articles: bridge.articles, warnings });
    } else if (changes.filter && this.#isFound(bridge)) {
      this.#send('bantin-filter', { ...bridge.currentFilter(), total: bridge.total });
    }
    if (changes.article) this.#send('bantin-article', { id: bridge.openArticle() });
    if (changes.article) this.#routing?.note('article');
    else if (changes.feed) this.#routing?.note('scroll');
    else if (changes.filter) this.#routing?.note(typing ? 'typing' : 'filter');
  }

  // A filter is told of once it is known what it leaves.
  /** @param {import('./bridge.js').Bridge} bridge */
  #isFound(bridge) {
    if (!this.#library) return true;
    this.#library.complete();
    return bridge.missingWords().length === 0;
  }

  /** @param {string} code @param {string} message @param {string} source */
  #report(code, message, source) {
    this.#note('bantin-error', `${code}: ${message}`);
    this.#send('bantin-error', { code, message, source });
  }

  // Whatever happened to the engine, there is something to read.
  /** @param {unknown} error @param {number} [stay]  in which it happened */
  async #fail(error, stay = this.#stay) {
    if (stay !== this.#stay) return;
    this.#loading?.abort();
    this.#view?.end();
    this.#view = null;
    const language = this.#language();
    this.#report('engine-failed', `${say('noEngine', language)} (${error})`, 'bantin.wasm');
    const { signal } = new AbortController();
    const found = this.#json ? null : await readSource(this, this.#given, language, signal).catch(() => null);
    if (stay !== this.#stay) return;
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    showFallback(root, this, this.#json ?? found?.bytes ?? null, say('noEngine', language));
  }

  /** @param {string} type @param {object} detail */
  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** @param {string} event @param {string} detail */
  #note(event, detail) {
    this.#log.push({ time: new Date().toISOString(), event, detail });
    if (this.#log.length > 100) this.#log.shift();
  }

  /** @returns {Filter} */
  #filter() {
    const none = { departments: [], from: '', to: '', query: '', starred: false };
    return this.#view?.bridge.currentFilter() ?? { ...none, ...this.#wanted };
  }

  #hasSource() {
    return this.#given !== null || this.hasAttribute('src') || this.querySelector('script') !== null;
  }

  /** @returns {'vi' | 'en'} */
  #language() {
    return this.getAttribute('lang')?.toLowerCase().startsWith('en') ? 'en' : 'vi';
  }

  #looks() {
    const style = getComputedStyle(this);
    const accent = style.getPropertyValue('--bantin-accent').trim();
    const headingLevel = Number(this.getAttribute('heading-level')) || 2;
    const still = Boolean(this.#stillness?.matches);
    const em = (/** @type {string} */ spacing, /** @type {number} */ most) =>
      Math.round(1000 * Math.min(most, Math.max(0, parseFloat(spacing) / parseFloat(style.fontSize) || 0))) / 1000;
    return {
      language: this.#language(),
      theme: this.#themeName(),
      accent: packedColour(accent),
      headingLevel,
      still,
      letters: this.keys !== 'off',
      letterSpacing: em(style.letterSpacing, MOST_SPACING.letter),
      wordSpacing: em(style.wordSpacing, MOST_SPACING.word),
    };
  }

  #themeName() {
    if (THEMES.includes(this.theme)) return this.theme;
    if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
    return this.#dark?.matches ? 'dark' : 'light';
  }

  /** @param {AbortSignal} signal */
  #watchTheme(signal) {
    this.#dark = matchMedia('(prefers-color-scheme: dark)');
    this.#stillness = matchMedia('(prefers-reduced-motion: reduce)');
    const changed = () => this.#view?.setLooks(this.#looks());
    const contrast = matchMedia('(prefers-contrast: more)');
    for (const query of [this.#dark, this.#stillness, contrast]) query.addEventListener('change', changed, { signal });
  }
}

/** @param {string | null} text */
function words(text) {
  return (text ?? '').split(/\s+/).filter(Boolean);
}

/** @param {string} css  a hexadecimal colour, #rgb or #rrggbb @returns {number} 0xAABBGGRR, 0: none */
function packedColour(css) {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(css);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(css);
  const parts = long ?? short;
  if (!parts) return 0;
  const [red, green, blue] = parts.slice(1).map((part) => parseInt(part.length === 1 ? part + part : part, 16));
  return ((0xff << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

export function define() {
  if (!customElements.get('ban-tin')) customElements.define('ban-tin', BanTin);
}
