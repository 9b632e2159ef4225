// What a kiosk's page asks of its host by itself, which may be away for a while.

const SECOND = 1000;
/** kiosk.json is not there by then: it is asked for again. */
const ANSWER_MS = 10 * SECOND;
const PAUSES = [1, 5, 15, 30].map((seconds) => seconds * SECOND);

/**
 * The text of kiosk.json. A host that does not answer is asked again: without it a kiosk has another's news and no PIN.
 * @param {import('./clock.js').Clock} clock @param {(event: string, detail: string) => void} note
 * @returns {Promise<string>} `{}` where there is none
 */
export async function settings(clock, note) {
  for (const pause of [...PAUSES, 0]) {
    try {
      const response = await fetch('kiosk.json', { signal: AbortSignal.timeout(ANSWER_MS) });
      if (response.status >= 500) throw new Error(`status ${response.status}`);
      return response.ok ? await response.text() : '{}';
    } catch (error) {
      note('config', `kiosk.json: ${error}`);
      await new Promise((done) => clock.setTimeout(() => done(null), pause));
    }
  }
  return '{}';
}

/** A page whose host is away would be none: it stays. @param {() => void} reload */
export async function reloadIfThere(reload) {
  const response = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MS) }).catch(
    () => null,
  );
  if (response?.ok) reload();
}
