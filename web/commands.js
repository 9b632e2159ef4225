// What the reader's menu asks of the page: share, copy, print, open the original, enlarge a picture.

import { pictureAddress, webAddress } from './address.js';
import { PERFORM, TOASTS } from './bridge.js';
import { openPicture } from './lightbox.js';
import { printArticle } from './print.js';
import { copyText, openOriginal, shareLink } from './share.js';

export { answerCopy } from './clipboard.js';

/**
 * @typedef {object} CommandContext
 * @property {import('./bridge.js').Bridge} bridge
 * @property {ShadowRoot} root
 * @property {'vi' | 'en'} language
 * @property {string} base  of relative addresses
 * @property {(toast: number) => void} toast
 */

/**
 * Called within the click that asked for it: browsers want a gesture for most of this.
 * @param {number} what  of PERFORM @param {number} argument @param {CommandContext} context
 */
export async function perform(what, argument, { bridge, root, language, base, toast }) {
  const { title, url, citation } = bridge.card();
  // An article without an address of its own is found through the page it is read in.
  const own = webAddress(url, base);
  const address = own || location.href;
  switch (PERFORM[what]) {
    case 'share': {
      const done = await shareLink({ title, url: address });
      if (done === 'copied' || done === 'failed') toast(TOASTS[done]);
      return;
    }
    case 'copyLink':
      return toast((await copyText(address)) ? TOASTS.copied : TOASTS.failed);
    case 'copyCitation':
      return toast((await copyText(citation)) ? TOASTS.copied : TOASTS.failed);
    case 'print': {
      const article = root.querySelector('article');
      if (article) await printArticle(article, { title, address, language });
      return;
    }
    case 'openOriginal':
      openOriginal(own);
      return;
    case 'openPicture': {
      const { src, alt, caption } = bridge.picture(argument);
      // Marks of bold and links have no place under a picture on its own.
      openPicture(root, { src: pictureAddress(src, base), alt, caption, language });
    }
  }
}
