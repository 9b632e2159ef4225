// The service worker's side of things (web/offline/client.js) as the panel and the updates of a kiosk ask for it.
//
//   const client = await offlineClient({ register, filesOf, sentence }, { note, signal, language });
//
// A newer version of the application takes over, by `renew`, when nobody is there.

/**
 * What web/offline/ gives.
 * @typedef {object} Offline
 * @property {(folder?: any, options?: {force?: boolean}) => Promise<{ok: boolean, code?: string, detail?: string}>} update
 * @property {() => Promise<{ok: boolean, code?: string, detail?: string}>} rollBack
 * @property {() => Promise<any>} status
 * @property {(listener: (change: {event: string, detail: string}) => void, signal?: AbortSignal) => void} onChange
 * @property {() => boolean} activate
 *
 * @typedef {object} OfflineParts
 * @property {(options: object) => Promise<Offline | null>} register
 * @property {(files: Iterable<File>) => any} filesOf
 * @property {(code: any, language: any) => string} sentence
 *
 * @typedef {object} OfflineOptions
 * @property {(event: string, detail: string) => void} note
 * @property {AbortSignal} signal
 * @property {string} language
 */

/**
 * @param {OfflineParts} parts @param {OfflineOptions} options
 * @returns {Promise<import('./page.js').PageClient | null>} null: no worker here, see the log
 */
export async function offlineClient({ register, filesOf, sentence }, { note, signal, language }) {
  const offline = await register({ policy: 'all', note, signal });
  if (!offline) return null;
  const { version } = await offline.status();
  let hasTakenOver = false;
  offline.onChange(({ event, detail }) => (hasTakenOver ||= event === 'app' && detail !== version), signal);
  /** @param {{ok: boolean, code?: string, detail?: string}} outcome */
  const checked = ({ ok, code = '', detail = '' }) => {
    if (!ok) throw Object.assign(new Error(sentence(code, language) || detail), { code });
  };
  return {
    status: async () => {
      const { serial, ...others } = await offline.status();
      return { ...others, serial: serial ?? undefined };
    },
    update: async (files, force = false) => checked(await offline.update(files ? filesOf(files) : null, { force })),
    rollBack: async () => checked(await offline.rollBack()),
    sentence: (code) => sentence(code, language),
    onChange: (changed) => offline.onChange(changed, signal),
    renew: () => hasTakenOver || (offline.activate(), false),
  };
}
