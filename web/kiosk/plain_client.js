// Updates where there is no service worker (it was refused, or the page is not from a safe place): whether the host has a
// newer bundle is asked, and that is what the next load shows. Nothing is stored and no signature is checked, so a kiosk
// with a key does not use it. A feed without a serial is told from the one before by its text.

/** A host that has not given all of it by then is given up. */
const ANSWER_MS = 120_000;

/**
 * @param {string} src  of a bundle or a feed @param {typeof fetch} [ask]
 * @returns {import('./panel.js').Client}
 */
export function plainClient(src, ask = (address, options) => fetch(address, options)) {
  /** @type {import('./panel.js').ClientStatus} */
  let known = {};
  const look = async () => {
    const response = await ask(src, { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MS) });
    if (!response.ok) throw new Error(`update-unreachable ${response.status}`);
    const text = await response.text();
    const { serial, newest } = JSON.parse(text);
    if (!Number.isSafeInteger(serial)) return void (known = { mark: markOf(text) });
    if (known.serial !== undefined && serial < known.serial) throw new Error('update-older');
    known = { serial, newest, loadedAt: serial === known.serial ? known.loadedAt : Date.now() };
  };
  const first = look().catch(() => {});
  return {
    status: async () => {
      await first;
      return { ...known };
    },
    update: look,
    rollBack: () => Promise.reject(new Error('no worker')),
  };
}

/** Another text has another one, most probably: WebCrypto is only in safe places. @param {string} text */
function markOf(text) {
  let mark = 0;
  for (let i = 0; i < text.length; ++i) mark = (Math.imul(mark, 31) + text.charCodeAt(i)) >>> 0;
  return mark;
}
