// Addresses out of feeds, made absolute where they may be used, empty where they may not.

const LINKS = ['http:', 'https:', 'mailto:', 'tel:'];
const PICTURES = ['http:', 'https:', 'file:', 'blob:'];
const PICTURE_DATA = /^data:image\/(png|jpeg|gif|webp|avif)[;,]/i;

/**
 * @param {string} address @param {string} base
 * @returns {string} '' for what no link may lead to
 */
export function webAddress(address, base) {
  const url = parsed(address, base);
  // A page opened from a file may link to its neighbours, and only it.
  const isNeighbour = url?.protocol === 'file:' && base.startsWith('file:');
  return url && (LINKS.includes(url.protocol) || isNeighbour) ? url.href : '';
}

/** Whether a link's text is its address, so that nobody has to be told it. @param {string} text @param {string} address */
export const saysAddress = (text, address) => bare(text) === bare(address);

/** @param {string} address */
const bare = (address) => address.replace(/\s|^(https?:\/\/|mailto:|tel:)|\/$/gi, '');

/** @param {string} address @param {string} base */
export function pictureAddress(address, base) {
  if (PICTURE_DATA.test(address)) return address;
  const url = parsed(address, base);
  return url && PICTURES.includes(url.protocol) ? url.href : '';
}

/** @param {string} address @param {string} base */
function parsed(address, base) {
  try {
    return address ? new URL(address, base) : null;
  } catch {
    return null;
  }
}
