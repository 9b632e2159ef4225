// Where a link leads, to be taken along on a phone: nothing on a kiosk leads anywhere.

import { button, closeDialogs, make, openDialog } from './dom.js';
import { qrPicture } from './qr.js';
import { say } from './strings.js';

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/;

/** What a phone can do with an address; empty: nothing. @param {string} address  absolute */
export function kindOf(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return '';
  }
  if (url.protocol === 'mailto:') return 'scanMail';
  if (url.protocol === 'tel:') return 'scanCall';
  return /^https?:$/.test(url.protocol) && !LOCAL.test(url.hostname) ? 'scan' : '';
}

/** As people read it: a number or a mailbox without its scheme, letters instead of their codes. @param {string} address */
export function readable(address) {
  const bare = address.replace(/^(mailto|tel):/, '');
  try {
    return decodeURI(bare);
  } catch {
    return bare;
  }
}

/**
 * @param {ShadowRoot} root
 * @param {{address: string, title: string, language: string}} link  title: what it leads to
 */
export function openQrDialog(root, { address, title, language }) {
  closeDialogs(root);
  const kind = kindOf(address);
  const head = kind ? say(kind, language) : say('noAddress', language);
  const parts = [];
  if (kind) {
    const picture = qrPicture(address, say('code', language));
    parts.push(picture ?? make('p', { textContent: say('noCode', language) }));
    parts.push(make('p', { className: 'address', textContent: readable(address) }));
  }
  const dialog = openDialog(
    root,
    head,
    'qr',
    make('h2', { textContent: head }),
    make('p', { className: 'about', textContent: title }),
    ...parts,
    button(say('close', language), () => dialog.close(), 'main'),
  );
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  return dialog;
}
