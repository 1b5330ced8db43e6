import type { StaleHours } from '#regulation/publication/eligibility';
import { shallowReactive } from 'vue';
import { keep, recall } from '../device/device-store.ts';
import { readStaleHours } from './read-stale-hours.ts';

const NAME = 'stale-hours';

/** What the server says of its terms beside an answer. */
export interface PublicTerms {
  /** Day by which the list is to be renewed; null before the first edition. */
  nextEditionDue: string | null;
  staleAfterHours: StaleHours;
}

/** When a confirmation is stale in this city: as it was last told, also without a network. */
export const publicTerms = shallowReactive<{ staleHours: StaleHours }>({
  staleHours: readStaleHours(recall(NAME)),
});

/** Takes over the hours the city told, and keeps them on the device; nothing told changes nothing. */
export function hearStaleHours(told: unknown): void {
  if (!told) return;
  publicTerms.staleHours = readStaleHours(told);
  keep(NAME, publicTerms.staleHours);
}
