// What the address of frame.html says.
//
//   frame.html?src=data/bundle.json&departments=so-yt&host=https://www.example.gov.vn&max=900
//
// src (data/bundle.json), departments, from, to, lang and theme are the element's; host is the origin of the page around,
// which alone hears of the wanted height; max is the greatest height, px.

/** Handed to the element as they are. */
const OWN = ['departments', 'from', 'to', 'lang', 'theme'];
export const LEAST = 320;
/** The element's own height where a page gives it none. */
export const USUAL = 640;
const MOST = 10_000;

/**
 * @typedef {object} Parameters
 * @property {Record<string, string>} attributes  of the element; without src the address named another site's feed
 * @property {string} host  an origin; empty: nobody hears
 * @property {number} max  px
 */

/** @param {string} address  of the frame @returns {Parameters} */
export function readParameters(address) {
  const { searchParams } = new URL(address);
  /** @type {Record<string, string>} */
  const attributes = {};
  for (const name of OWN) if (searchParams.has(name)) attributes[name] = searchParams.get(name) ?? '';
  const src = searchParams.get('src') || 'data/bundle.json';
  if (isNear(src, address)) attributes.src = src;
  const max = Math.floor(Number(searchParams.get('max')) || USUAL);
  return { attributes, host: originOf(searchParams.get('host')), max: Math.min(MOST, Math.max(LEAST, max)) };
}

// Whoever makes a link to this page chooses its parameters: they must not put other people's news under its name.
/** @param {string} src @param {string} address */
function isNear(src, address) {
  const { origin } = new URL(address);
  // What has no origin, as files and data: addresses, has one name for all of them.
  return origin !== 'null' && parsed(src, address)?.origin === origin;
}

/** @param {string | null} host @returns {string} empty: it names no site */
function originOf(host) {
  const url = parsed(host ?? '');
  return url && /^https?:$/.test(url.protocol) ? url.origin : '';
}

/** @param {string} address @param {string} [base] */
function parsed(address, base) {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}
