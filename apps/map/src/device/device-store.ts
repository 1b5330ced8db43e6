/** What stays on this device only. Where storage is forbidden or full nothing is kept, and nothing breaks. */
const PREFIX = 'shelter-map:1:';

/** What was kept under a name, or null. */
export function recall<Kept>(name: string): Kept | null {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? null : (JSON.parse(text) as Kept);
  } catch {
    return null;
  }
}

/** Keeps a value; null forgets it. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Private windows and full disks: the page works on without memory.
  }
}
