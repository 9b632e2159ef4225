/** Time limits: nothing in the harness waits for ever. */

/**
 * What `promise` gives, or an error naming `what` after that many seconds.
 * @template T
 * @param {number} seconds
 * @param {string} what
 * @param {Promise<T> | T} promise
 * @returns {Promise<T>}
 */
export async function within(seconds, what, promise) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no end after ${seconds} s.`)), seconds * 1000);
  });
  try {
    return await Promise.race([promise, /** @type {Promise<never>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The first truthy value of `look`, asked again every 50 ms; an error naming `what` after that many seconds.
 * @template T
 * @param {number} seconds
 * @param {string} what
 * @param {() => Promise<T>} look
 * @returns {Promise<T>}
 */
export async function until(seconds, what, look) {
  const deadline = performance.now() + seconds * 1000;
  while (performance.now() < deadline) {
    const value = await within(seconds, what, look());
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what}: not so after ${seconds} s.`);
}
