// The headlines over the reader, large and calm: department and day, title, lead, how old the news are, and what to do
// to read.
// The touch that ends it is its own: it opens nothing underneath.

import { newsUntil } from '../news_until.js';
import { make } from './dom.js';
import { say } from './strings.js';

/** One headline fades before the next comes. */
const FADE_MS = 500;
/** A click comes soon after the finger has left, if it comes. */
const CLICK_MS = 400;
/** Places of the text, so that no pixel shows the same for months. */
const PLACES = 3;

export class AttractView {
  /** @type {HTMLElement | null} */
  #overlay = null;
  /** @type {HTMLElement | null} */
  #card = null;
  /** @type {any} */
  #timer;

  /**
   * @param {ShadowRoot} root @param {HTMLElement} layer  its colours are taken
   * @param {{clock: import('./clock.js').Clock, language: () => string,
   *   newest: () => string}} options  newest: day of the news
   */
  constructor(root, layer, options) {
    this.root = root;
    this.layer = layer;
    this.options = options;
  }

  /** @param {import('./headlines.js').Headline} headline @param {number} number  of the turn */
  show(headline, number) {
    const { clock, language, newest } = this.options;
    const card = cardOf(headline);
    const overlay = (this.#overlay ??= this.#open(language()));
    this.#colour(overlay);
    const until = /** @type {HTMLElement} */ (overlay.querySelector('.until'));
    until.textContent = newsUntil(newest(), language());
    const place = () => {
      this.#card?.remove();
      overlay.dataset.place = String(number % PLACES);
      overlay.prepend(card);
      this.#card = card;
    };
    clock.clearTimeout(this.#timer);
    if (!this.#card || matchMedia('(prefers-reduced-motion: reduce)').matches) return place();
    this.#card.classList.add('gone');
    this.#timer = clock.setTimeout(place, FADE_MS);
  }

  /** @param {Event | null} event */
  hide(event) {
    this.options.clock.clearTimeout(this.#timer);
    this.layer.inert = false;
    const overlay = this.#overlay;
    this.#overlay = this.#card = null;
    if (!overlay) return;
    const isTouched = event?.type === 'pointerdown' && event.composedPath().includes(overlay);
    if (isTouched) letGo(overlay);
    else overlay.remove();
  }

  /** @param {string} language */
  #open(language) {
    const overlay = make(
      'div',
      { className: 'kiosk attract', lang: language },
      make('p', { className: 'until' }),
      make('button', { type: 'button', textContent: say('touch', language) }),
    );
    overlay.setAttribute('role', 'group');
    overlay.setAttribute('aria-label', say('news', language));
    this.layer.inert = true;
    this.root.append(overlay);
    return overlay;
  }

  // The theme may have become another one, for the night.
  /** @param {HTMLElement} overlay */
  #colour(overlay) {
    const { style } = this.layer;
    for (const name of ['--paper', '--text', '--accent', '--rule']) {
      overlay.style.setProperty(name, style.getPropertyValue(name));
    }
  }
}

/** @param {import('./headlines.js').Headline} headline */
function cardOf({ title, lead, facts, colour }) {
  const line = make('p', { className: 'facts', textContent: facts });
  line.style.setProperty('--dot', colour || 'transparent');
  const length = title.length > 90 ? 'long' : '';
  return make(
    'div',
    { className: `card ${length}` },
    line,
    make('h2', { textContent: title }),
    make('p', { className: 'lead', textContent: lead }),
  );
}

/** Stays under the finger until its click has come. @param {HTMLElement} overlay */
function letGo(overlay) {
  overlay.classList.add('leaving');
  const gone = () => overlay.remove();
  const lifted = () => void setTimeout(gone, CLICK_MS);
  const swallow = (/** @type {Event} */ event) => {
    event.preventDefault();
    event.stopPropagation();
    gone();
  };
  overlay.addEventListener('click', swallow);
  for (const type of ['pointerup', 'pointercancel']) overlay.addEventListener(type, lifted);
  // Should the first finger's end never be told. The event that ends it is still on its way here.
  setTimeout(() => overlay.addEventListener('pointerdown', gone));
}
