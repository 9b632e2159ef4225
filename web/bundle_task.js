// One piece of work that several wait for. It is ended when none of them waits any more.
//
//   const task = new SharedTask((signal) => work(signal), lifetime);
//   const result = await task.wait(signal);

/** @template T */
export class SharedTask {
  #stop = new AbortController();
  #waiting = 0;

  /** @param {(signal: AbortSignal) => Promise<T>} work @param {AbortSignal} lifetime  ends it whoever waits */
  constructor(work, lifetime) {
    const end = () => this.#stop.abort(lifetime.reason);
    if (lifetime.aborted) end();
    lifetime.addEventListener('abort', end);
    /** @type {Promise<T>} */
    this.result = work(this.#stop.signal).finally(() => lifetime.removeEventListener('abort', end));
    // Those who wait hear of a failure; when nobody does, nobody minds.
    this.result.catch(() => {});
  }

  /** Whether it was ended; nobody can join it any more. */
  get isStopped() {
    return this.#stop.signal.aborted;
  }

  /** @param {AbortSignal} [signal]  this one waits no longer @returns {Promise<T>} */
  wait(signal) {
    ++this.#waiting;
    if (!signal) return this.result;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason);
        if (--this.#waiting === 0) this.#stop.abort(signal.reason);
      };
      if (signal.aborted) return leave();
      signal.addEventListener('abort', leave);
      const stay = () => signal.removeEventListener('abort', leave);
      this.result.finally(stay).then(resolve, reject);
    });
  }
}
