// Waiting for a service worker.

const CONTROL_MS = 3000;

/** @param {ServiceWorkerRegistration} registration @returns {Promise<ServiceWorker | null>} null: installing failed */
export function activated(registration) {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (!worker || worker.state === 'activated') return Promise.resolve(worker);
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve(worker);
      if (worker.state === 'redundant') resolve(registration.active);
    });
  });
}

/** Until the worker answers this page's requests, or a moment. @param {ServiceWorkerContainer} container @returns {Promise<void>} */
export function controlled(container) {
  if (container.controller) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, CONTROL_MS);
    container.addEventListener('controllerchange', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
