// What leaves the reader by its menus becomes a code, as links do; sharing, whose menu has nothing else, does at once.

import { PERFORM } from '../bridge.js';
import { webAddress } from '../address.js';
import { say } from './strings.js';

const LEAVES = ['share', 'copyLink', 'copyCitation', 'print', 'openOriginal'].map((name) => PERFORM.indexOf(name));

/**
 * @param {import('../view.js').View} view @param {(address: string, title: string) => void} tell
 * @param {() => string} language @param {AbortSignal} signal
 */
export function leadNowhere({ owner, bridge, layer, layerRoot }, tell, language, signal) {
  const tellArticle = () => {
    const { title, url } = bridge.card();
    tell(webAddress(url, layer.base), title);
  };
  const perform = owner.perform;
  owner.perform = (what, argument) => (LEAVES.includes(what) ? tellArticle() : perform(what, argument));
  const click = (/** @type {Event} */ event) => {
    const pressed = /** @type {Element} */ (event.target).closest('button');
    if (pressed?.getAttribute('aria-label') !== say('share', language())) return;
    event.preventDefault();
    event.stopPropagation();
    tellArticle();
  };
  layerRoot.addEventListener('click', click, { signal, capture: true });
}
