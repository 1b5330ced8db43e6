import { onScopeDispose, shallowRef, type Ref } from 'vue';

/** The home, the page of one shelter, what was announced, or one announcement. */
export type Route =
  | { page: 'HOME' }
  | { page: 'SHELTER'; code: string }
  | { page: 'ANNOUNCEMENTS' }
  | { page: 'ANNOUNCEMENT'; identifier: string };

/** What a hash means: `#/s/{code}` a shelter, `#/a` the announcements, `#/a/{identifier}` one, everything else the home. */
export function readRoute(hash: string): Route {
  const code = /^#\/s\/([\w-]{1,40})$/u.exec(hash)?.[1];
  if (code !== undefined) return { page: 'SHELTER', code };
  const identifier = /^#\/a\/([A-Za-z0-9-]{1,80})$/u.exec(hash)?.[1];
  if (identifier !== undefined) return { page: 'ANNOUNCEMENT', identifier };
  return { page: /^#\/a\/?$/u.test(hash) ? 'ANNOUNCEMENTS' : 'HOME' };
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
