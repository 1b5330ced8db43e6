const PREFIX = 'shelter-console:kept:';

/** Keeps on this device what was typed and not yet saved, until it is saved or its owner signs out. */
export function keep(personId: string, what: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + personId + ':' + what, JSON.stringify(value));
  } catch {
    // Storage is full or forbidden: the page still holds it.
  }
}

/** What this person typed before, or null. The caller judges whether it still has the right shape. */
export function kept(personId: string, what: string): unknown {
  const text = localStorage.getItem(PREFIX + personId + ':' + what);
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Under which names this person keeps something here. */
export function keptNames(personId: string): string[] {
  const mine = PREFIX + personId + ':';
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(mine))
    .map((key) => key.slice(mine.length));
}

/** Saved: no longer kept here. */
export function forget(personId: string, what: string): void {
  localStorage.removeItem(PREFIX + personId + ':' + what);
}

/** Signed out: nothing this person typed stays on this device. */
export function forgetAll(personId: string): void {
  const mine = PREFIX + personId + ':';
  for (const key of Object.keys(localStorage)) if (key.startsWith(mine)) localStorage.removeItem(key);
}
