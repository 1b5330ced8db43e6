import type { GateEntryKind, VulnerableGroup } from '#regulation/enumerations';

/** One line of the gate as this phone keeps it until the server has it. */
export interface KeptEntry {
  readonly key: string;
  readonly activationShelterId: string;
  readonly kind: GateEntryKind;
  readonly persons: number;
  readonly stayId: string | null;
  readonly cardCode: string | null;
  readonly groups: readonly { readonly group: VulnerableGroup; readonly persons: number }[];
  /** By the clock of this phone. */
  readonly at: string;
  readonly reason: string | null;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

// Apart from what is merely typed: signing out forgets that, and never people who came through a gate.
const PREFIX = 'shelter-console:gate:';

/** What this person wrote down and the server does not have yet; it outlives the browser. */
export class GateQueue {
  readonly #at: string;

  constructor(
    private readonly storage: Storage,
    personId: string,
  ) {
    this.#at = PREFIX + personId;
  }

  entries(): KeptEntry[] {
    try {
      const kept: unknown = JSON.parse(this.storage.getItem(this.#at) ?? '[]');
      return Array.isArray(kept) ? (kept as KeptEntry[]) : [];
    } catch {
      return [];
    }
  }

  /** Keeps an entry; false when this phone cannot, so that somebody is told. */
  add(entry: KeptEntry): boolean {
    return this.#write([...this.entries().filter(({ key }) => key !== entry.key), entry]);
  }

  /** The server has them, or somebody struck them out. */
  remove(keys: readonly string[]): void {
    this.#write(this.entries().filter(({ key }) => !keys.includes(key)));
  }

  #write(entries: readonly KeptEntry[]): boolean {
    try {
      if (entries.length === 0) this.storage.removeItem(this.#at);
      else this.storage.setItem(this.#at, JSON.stringify(entries));
      return true;
    } catch {
      return false;
    }
  }
}

const SIGN = { CHECK_IN: 1, CHECK_OUT: -1, COUNT_IN: 1, COUNT_OUT: -1, HEAD_COUNT: 0 } as const;

/** By how many what waits at one gate will move its number. */
export function waitingPersons(entries: readonly KeptEntry[], gateId: string): number {
  return entries
    .filter(({ activationShelterId }) => activationShelterId === gateId)
    .reduce((sum, { kind, persons }) => sum + SIGN[kind] * persons, 0);
}

/** What undoes an entry: its opposite, for nothing is ever taken out of the log. Null = it cannot be undone here. */
export function oppositeOf(
  entry: Pick<KeptEntry, 'kind' | 'persons' | 'stayId'>,
): Pick<KeptEntry, 'kind' | 'persons' | 'stayId'> | null {
  const { persons, stayId } = entry;
  switch (entry.kind) {
    case 'CHECK_IN':
      return { kind: 'CHECK_OUT', persons, stayId };
    case 'CHECK_OUT':
      return { kind: 'CHECK_IN', persons, stayId: null };
    case 'COUNT_IN':
      return { kind: 'COUNT_OUT', persons, stayId: null };
    case 'COUNT_OUT':
      return { kind: 'COUNT_IN', persons, stayId: null };
    case 'HEAD_COUNT':
      return null;
  }
}
