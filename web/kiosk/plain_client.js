// Updates where there is no service worker (it was refused, or the page is not from a safe place): whether the host has a
// newer bundle is asked, and that is what the next load shows. Nothing is stored and no signature is checked, so a kiosk
// with a key does not use it.

/**
 * @param {string} src  of a bundle @param {typeof fetch} [ask]
 * @returns {import('./panel.js').Client}
 */
export function plainClient(src, ask = (address, options) => fetch(address, options)) {
  /** @type {import('./panel.js').ClientStatus} */
  let known = {};
  const look = async () => {
    const response = await ask(src, { cache: 'no-store' });
    if (!response.ok) throw new Error(`update-unreachable ${response.status}`);
    const { serial, newest } = await response.json();
    if (!Number.isSafeInteger(serial)) return;
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
