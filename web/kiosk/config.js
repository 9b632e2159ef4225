// kiosk.json: what an operator sets. All of it is optional, and what is not what it should be is left out and named.
//
//   {"src": "data/bundle.json", "key": "…", "pin": "2468", "idleSeconds": 90, "night": {"from": "19:00", "to": "06:00"},
//    "updateMinutes": 30, "keyboard": "telex", "lang": "vi", "theme": "auto"}

/**
 * @typedef {object} Config
 * @property {string} src  of the feed or bundle
 * @property {string} [key]  base64 of the public key that signs updates; empty: there is one, and it is not usable
 * @property {string} [pin]  4 to 12 digits
 * @property {number} idleSeconds
 * @property {{from: string, to: string}} [night]
 * @property {number} updateMinutes
 * @property {'telex' | 'vni' | 'plain' | 'off'} keyboard
 * @property {'vi' | 'en'} lang
 * @property {string} theme
 */

/** @type {Config} */
const USUAL = {
  src: 'data/bundle.json',
  idleSeconds: 90,
  updateMinutes: 30,
  keyboard: 'telex',
  lang: 'vi',
  theme: 'auto',
};
const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/;

/** @param {unknown} value @param {number} least @param {number} most */
const isBetween = (value, least, most) => typeof value === 'number' && value >= least && value <= most;

/** @type {Record<string, (value: any) => boolean>} */
const CHECKS = {
  src: (value) => typeof value === 'string' && value !== '',
  key: (value) => typeof value === 'string' && /^[A-Za-z0-9+/]{43}=$/.test(value),
  pin: (value) => typeof value === 'string' && /^\d{4,12}$/.test(value),
  idleSeconds: (value) => isBetween(value, 5, 3600),
  night: (value) => TIME.test(value?.from) && TIME.test(value?.to),
  updateMinutes: (value) => isBetween(value, 1, 10_080),
  keyboard: (value) => ['telex', 'vni', 'plain', 'off'].includes(value),
  lang: (value) => ['vi', 'en'].includes(value),
  theme: (value) => ['auto', 'light', 'sepia', 'dark', 'contrast'].includes(value),
};

/**
 * @param {string} json @returns {{config: Config, problems: string[]}} problems: a sentence each, for the log
 */
export function readConfig(json) {
  /** @type {any} */
  let given;
  try {
    given = JSON.parse(json);
  } catch (error) {
    return { config: { ...USUAL }, problems: [`kiosk.json: ${error}`] };
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) given = {};
  const names = Object.keys(given);
  const isGood = (/** @type {string} */ name) => Object.hasOwn(CHECKS, name) && CHECKS[name](given[name]);
  const good = names.filter(isGood).map((name) => [name, given[name]]);
  // Whoever has mistyped it wants signatures all the same.
  if (names.includes('key') && !isGood('key')) good.push(['key', '']);
  const problems = names.filter((name) => !isGood(name)).map((name) => `kiosk.json: ${name} is not usable`);
  return { config: { ...USUAL, ...Object.fromEntries(good) }, problems };
}
