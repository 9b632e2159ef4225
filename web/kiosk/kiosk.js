// What the attribute `kiosk` makes of an element: a public screen that forgets whoever leaves it, calls whoever passes by,
// lets nobody out, stays awake, and has a door for its operator.
//
//   <ban-tin kiosk idle-seconds="90" src="data/bundle.json"></ban-tin>
//   element.kioskSettings = { pin: '2468', night: { from: '19:00', to: '06:00' } };   before it is in the page
//
// Loaded by the element (web/kiosk_loader.js) as bantin.kiosk.js. Beyond an element's manners, it listens on the whole
// document for whether anybody is there; everything ends with the element's view.

import { closeWays } from './guard.js';
import { Attract } from './attract.js';
import { AttractView } from './attract_view.js';
import { closeDialogs } from './dom.js';
import { forget } from './forget.js';
import { headlinesIn, newestDay } from './headlines.js';
import { Idle } from './idle.js';
import { leadNowhere } from './lead_nowhere.js';
import { followLongPress } from './long_press.js';
import { followNight } from './night.js';
import { openPanel } from './panel.js';
import { PinLock } from './pin_lock.js';
import { askPin } from './pin_pad.js';
import { openQrDialog } from './qr_dialog.js';
import { realClock } from './clock.js';
import { dress } from './style.js';
import { keepAwake } from './wake_lock.js';

/**
 * What the element hands over.
 * @typedef {object} KioskContext
 * @property {import('../element.js').BanTin} element
 * @property {import('../view.js').View} view
 * @property {(event: string, detail: string) => void} note  for the log
 * @property {() => void} forget  choices and marks
 *
 * The element's property `kioskSettings`, all optional.
 * @typedef {object} KioskSettings
 * @property {import('./clock.js').Clock} [clock]
 * @property {string} [pin]  without it there is no operator's panel
 * @property {import('./night.js').Night} [night]
 * @property {'telex' | 'vni' | 'plain' | 'off'} [keyboard]  how the keyboard on the screen types; off: there is none
 * @property {import('./panel.js').Client | null} [client]
 * @property {() => void} [reload]
 * @property {() => void} [onOperated]  the operator's panel is closed
 * @property {(isIdle: boolean) => void} [onIdle]
 * @property {PinLock} [lock]  set here where there is none
 * @property {(kiosk: {note: (event: string, detail: string) => void, signal: AbortSignal}) => void} [onStart]
 *   signal: ends when the element is no kiosk any more
 *
 * Other people’s parts.
 * @typedef {object} KioskParts
 * @property {typeof import('../keyboard/keyboard_view.js').attachKeyboard} [attachKeyboard]
 */

const HEADLINES = 10;
const IDLE_SECONDS = 90;

/** @param {KioskContext} context @param {KioskParts} [parts] */
export function startKiosk(context, parts = {}) {
  const { element, view, note } = context;
  const { signal } = view.ending;
  if (signal.aborted) return;
  /** @type {KioskSettings} */
  const settings = /** @type {any} */ (element).kioskSettings ?? {};
  const { clock = realClock, pin, night, keyboard = 'telex' } = settings;
  const root = /** @type {ShadowRoot} */ (view.layerRoot.getRootNode());
  const language = () => view.layerRoot.lang;
  dress(root, signal);
  takeFonts(element, view, signal);

  const headlines = () => headlinesIn(view.layerRoot, HEADLINES);
  const attract = new Attract({
    clock,
    headlines,
    view: new AttractView(root, view.layerRoot, { clock, language, newest: () => newestDay(headlines()) }),
    hidden: () => document.hidden,
  });
  let isWorking = false;
  let forgetting = new AbortController();
  const idle = new Idle({
    clock,
    isBusy: () => isWorking,
    ms: 1000 * (Number(element.getAttribute('idle-seconds')) || IDLE_SECONDS),
    left: () => {
      keys?.reset();
      const { signal: came } = (forgetting = new AbortController());
      forget(context, came)
        .then(() => !came.aborted && !signal.aborted && attract.start())
        .catch((error) => note('kiosk', String(error)));
      settings.onIdle?.(true);
    },
    came: (event) => {
      forgetting.abort();
      if (attract.isOn && event?.type === 'keydown') {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      attract.end(event);
      settings.onIdle?.(false);
    },
  });
  idle.follow(document, signal);
  document.addEventListener('visibilitychange', () => attract.look(), { signal });
  element.addEventListener('bantin-ready', () => attract.renew(), { signal });
  signal.addEventListener('abort', () => {
    attract.end();
    for (const part of root.querySelectorAll('.kiosk')) part.remove();
  });

  const tell = (/** @type {string} */ address, /** @type {string} */ title) => {
    paint(root, view.layerRoot);
    openQrDialog(root, { address, title, language: language() });
  };
  closeWays(element, (link) => tell(link.href, (link.textContent ?? '').replace(/\s+/g, ' ').trim()), signal);
  leadNowhere(view, tell, language, signal);
  keepAwake(note, signal);
  if (night) followNight(element, night, clock, signal);
  const keys =
    keyboard === 'off' ? null : parts.attachKeyboard?.(root, { language: language(), method: keyboard, signal });
  if (pin) {
    // Kept with the settings: a fresh element forgives no wrong PIN.
    const lock = (settings.lock ??= new PinLock(pin, clock));
    const ask = () => {
      if (root.querySelector('dialog.pin, dialog.panel')) return;
      closeDialogs(root);
      paint(root, view.layerRoot);
      askPin(root, { lock, language: language(), note, opened: () => open() });
    };
    const working = (/** @type {boolean} */ is) => {
      isWorking = is;
      idle.stay();
    };
    const open = () => openPanel(root, { ...panelOptions(context, settings, clock, language()), working });
    followLongPress(element, clock, ask, signal);
  }
  settings.onStart?.({ note, signal });
}

/** @param {KioskContext} context @param {KioskSettings} settings @param {import('./clock.js').Clock} clock @param {string} language */
function panelOptions({ element, view, note }, settings, clock, language) {
  return {
    language,
    element,
    client: settings.client ?? null,
    log: () => element.log,
    reload: settings.reload ?? (() => location.reload()),
    newest: () => headlinesIn(view.layerRoot, 1)[0]?.facts ?? '',
    now: clock.now,
    note,
    closed: settings.onOperated,
  };
}

// A dialog has no colours of the layer beside it.
/** @param {ShadowRoot} root @param {HTMLElement} layer */
function paint(root, layer) {
  const { style } = /** @type {HTMLElement} */ (root.host);
  for (const name of ['--paper', '--text', '--accent', '--rule']) {
    style.setProperty(name, layer.style.getPropertyValue(name));
  }
}

/** @param {HTMLElement} element @param {import('../view.js').View} view @param {AbortSignal} signal */
function takeFonts(element, { glyphs }, signal) {
  const names = ['--kiosk-ui', '--kiosk-text'];
  names.forEach((name, face) => element.style.setProperty(name, glyphs.families[face]));
  signal.addEventListener('abort', () => {
    for (const name of [...names, '--paper', '--text', '--accent', '--rule']) element.style.removeProperty(name);
  });
}
