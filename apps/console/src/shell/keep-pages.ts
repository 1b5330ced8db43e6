/**
 * Lets the console open without a network: the pages seen on this device are kept by its service worker, and nothing of what
 * they show. What was fetched before the worker was there is handed to it.
 */
export async function keepPages(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const base = import.meta.env.BASE_URL;
  try {
    await navigator.serviceWorker.register(`${base}sw.js`);
    const { active } = await navigator.serviceWorker.ready;
    const fetched = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    const ours = fetched.filter((path) => path.startsWith(`${base}assets/`) || path === `${base}sign.svg`);
    active?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache: [base, ...new Set(ours)] } });
  } catch {
    // A browser that forbids it opens the console with a network only.
  }
}
