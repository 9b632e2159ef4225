// Why nothing changed: a code to say it by (sentences.js) and a detail for the log, in English.

/**
 * @typedef {'update-unsigned' | 'update-tampered' | 'update-unverifiable' | 'update-older' | 'update-incomplete'
 *   | 'update-malformed' | 'update-unreachable' | 'update-no-room'} UpdateCode
 *   no signature; a wrong one; a browser, or a key, that cannot tell; an older serial than what is shown; a part missing,
 *   short or of another hash; a manifest, or a part the reader needs to begin, that says what cannot be; no answer, or
 *   not in time; the device keeps nothing, or no more
 * @typedef {'app-incomplete' | 'no-previous'} OtherCode
 *   a file of the application missing, cut short or another; nothing to go back to
 * @typedef {UpdateCode | OtherCode} Code
 */

export class Refusal extends Error {
  /** @param {Code} code @param {string} [detail] */
  constructor(code, detail = '') {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}

/** Storage that is refused or full, told as one thing. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
export async function stored(work) {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('update-no-room', String(error));
  }
}
