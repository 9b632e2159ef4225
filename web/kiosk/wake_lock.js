// Keeps the screen on for as long as the page is seen. Where the browser refuses, the log says so once.

/** @param {(event: string, detail: string) => void} note @param {AbortSignal} signal */
export function keepAwake(note, signal) {
  /** @type {WakeLockSentinel | undefined} */
  let lock;
  let isRefused = false;
  const ask = async () => {
    if (document.hidden || signal.aborted || (lock && !lock.released)) return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (signal.aborted) await lock.release();
    } catch (error) {
      if (!isRefused) note('wake-lock-refused', String(error));
      isRefused = true;
    }
  };
  // The browser takes it back whenever the page is hidden.
  document.addEventListener('visibilitychange', ask, { signal });
  signal.addEventListener('abort', () => void lock?.release().catch(() => {}), { once: true });
  ask();
}
