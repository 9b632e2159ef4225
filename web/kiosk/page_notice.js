// A sentence of a kiosk's page itself, large and calm over the middle of the screen, for as long as its element has
// nothing to show. Touches go through it: to what lies under it, and to the operator's door (page_door.js).
//
//   const notice = new PageNotice('vi');
//   notice.say('restarting');      of page_strings.js
//   notice.clear();
//   notice.root                    where the page's own dialogs go

import { make } from './dom.js';
import { noticeOf } from './page_strings.js';
import { dress } from './style.js';

const CSS = `
:host {
  display: contents; --kiosk-ui: system-ui, sans-serif; --kiosk-text: system-ui, sans-serif;
  --paper: #fbf9f4; --text: #1f1b16; --accent: #a6192e; --rule: #e4ded2;
}
@media (prefers-color-scheme: dark) { :host { --paper: #16171a; --text: #e6e2da; --accent: #f0808a; --rule: #303338; } }
.notice {
  position: fixed; inset: 0; z-index: 9; display: flex; flex-direction: column; justify-content: center; gap: 0.8em;
  padding: 8vh max(10vw, 24px); background: var(--paper); text-align: center; text-wrap: balance; pointer-events: none;
}
.notice .said { font: 600 clamp(26px, 4vmin, 56px)/1.4 var(--kiosk-ui); }
.notice .more { font: 400 clamp(17px, 2.2vmin, 30px)/1.5 var(--kiosk-ui); opacity: 0.8; }
.notice .more:empty { display: none; }
`;

export class PageNotice {
  /** @type {HTMLElement | null} */
  #shown = null;

  /** @param {string} language */
  constructor(language) {
    this.language = language;
    const host = make('div', { lang: language, className: 'kiosk-notice' });
    this.root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
    dress(this.root, new AbortController().signal);
    this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, sheet];
    document.body.append(host);
  }

  /** @param {string} name */
  say(name) {
    const { said, more } = noticeOf(name, this.language);
    const parts = [
      make('p', { className: 'said', textContent: said }),
      make('p', { className: 'more', textContent: more }),
    ];
    const shown = make('div', { className: 'kiosk notice' }, ...parts);
    shown.setAttribute('role', 'status');
    this.clear();
    this.#shown = shown;
    this.root.prepend(shown);
  }

  clear() {
    this.#shown?.remove();
    this.#shown = null;
  }
}
