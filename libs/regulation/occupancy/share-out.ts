/** A household, or part of one, that must go. */
export interface Leaving {
  readonly stayId: string;
  readonly persons: number;
}

/** A shelter that takes people in; room null = unknown, and unknown room admits. */
export interface Taking {
  readonly id: string;
  readonly room: number | null;
}

export interface Share {
  readonly id: string;
  readonly stayIds: string[];
  /** Persons counted without a name. */
  counted: number;
}

/**
 * Practice (evacuating a damaged shelter): everybody goes, households whole, the largest first, to the first named shelter
 * that has room; when none has, to the last one named, over its room. Who was only counted fills what is left.
 */
export function shareOut(stays: readonly Leaving[], counted: number, targets: readonly Taking[]): Share[] {
  const shares = targets.map(({ id, room }) => ({
    left: room ?? Infinity,
    share: { id, stayIds: [], counted: 0 } as Share,
  }));
  const last = shares.at(-1);
  if (!last) return [];
  for (const { stayId, persons } of stays.toSorted((one, other) => other.persons - one.persons)) {
    const taking = shares.find(({ left }) => left >= persons) ?? last;
    taking.share.stayIds.push(stayId);
    taking.left -= persons;
  }
  let waiting = Math.max(0, counted);
  for (const taking of shares) {
    const going = taking === last ? waiting : Math.min(waiting, Math.max(0, taking.left));
    taking.share.counted = going;
    waiting -= going;
  }
  return shares.map(({ share }) => share);
}
