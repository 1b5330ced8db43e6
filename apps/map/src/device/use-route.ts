import { onScopeDispose, shallowRef, type Ref } from 'vue';

/** The home, or the page of one shelter. */
export type Route = { page: 'HOME' } | { page: 'SHELTER'; code: string };

/** What a hash means: `#/s/{code}` is a shelter, everything else the home. */
export function readRoute(hash: string): Route {
  const code = /^#\/s\/([\w-]{1,40})$/u.exec(hash)?.[1];
  return code === undefined ? { page: 'HOME' } : { page: 'SHELTER', code };
}

/** The address on the sign is `/s/{code}`; the page itself lives at `#/s/{code}`. Null when the path is no sign. */
export function hashOfSign(path: string): string | null {
  const code = /^\/s\/([\w-]{1,40})\/?$/u.exec(path)?.[1];
  return code === undefined ? null : `#/s/${code}`;
}

/** Where the page stands, following the back button. */
export function useRoute(): Ref<Route> {
  const sign = hashOfSign(location.pathname);
  if (sign) history.replaceState(null, '', `/${sign}`);
  const route = shallowRef<Route>(readRoute(location.hash));
  const follow = () => (route.value = readRoute(location.hash));
  addEventListener('hashchange', follow);
  onScopeDispose(() => removeEventListener('hashchange', follow));
  return route;
}
