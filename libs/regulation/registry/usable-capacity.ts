import { computedCapacity } from '../site/computed-capacity.ts';
import type { ShelterContents } from './contents.ts';

type Capacity = Pick<
  ShelterContents,
  'declaredCapacity' | 'blockedCapacity' | 'capacityOverride' | 'zones' | 'capacityBasis'
>;

/**
 * Usable room in persons: override, else min(declared, computed) less what is blocked, never below 0.
 * null = unknown (declared unknown and no override). What the zones hold counts as soon as they are measured and a standard is named.
 */
export function usableCapacity(contents: Capacity): number | null {
  if (contents.capacityOverride !== null) return contents.capacityOverride;
  if (contents.declaredCapacity === null) return null;
  const computed = computedCapacity(contents)?.persons ?? contents.declaredCapacity;
  const room = Math.min(contents.declaredCapacity, computed);
  return Math.max(0, room - (contents.blockedCapacity ?? 0));
}

/** Usable room today: less the part that is out of use for a while; unknown stays unknown. */
export function roomToday(usable: number | null, placesOut: number): number | null {
  return usable === null ? null : usable - Math.min(usable, placesOut);
}

/** Room left in persons; unknown as soon as one of the two is unknown. Below 0 when overfull. */
export function availableCapacity(usable: number | null, occupied: number | null): number | null {
  return usable === null || occupied === null ? null : usable - occupied;
}
