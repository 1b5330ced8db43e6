import type { ResultOf } from '../api/graphql.ts';
import type { ME } from './session.documents.ts';

type Me = ResultOf<typeof ME>;

/** Raised when its shape changes. */
const KEY = 'shelter-console:me-1';

/** Keeps on this device who is signed in, for the hour without a network; no secret is in it. */
export function keepMe(me: Me): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(me));
  } catch {
    // Storage is full or forbidden: without a network nobody is known then.
  }
}

/** Who was signed in here last and has not signed out, or null. */
export function keptMe(): Me | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Me | null;
  } catch {
    return null;
  }
}

export function forgetMe(): void {
  localStorage.removeItem(KEY);
}
