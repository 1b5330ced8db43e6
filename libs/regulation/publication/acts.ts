import type { ActTable } from '../act-table.ts';
import type { ActName } from '../authority.ts';
import type { PublicationStatus } from '../enumerations.ts';

/** Art. 18 ¶2: the city publishes; recording and publishing are separate acts of separate levels. */
export const PUBLICATION_ACTS = {
  publish: {
    from: ['UNPUBLISHED', 'PUBLISHED', 'SUSPENDED', 'HIDDEN'],
    to: 'PUBLISHED',
    by: ['CITY_EM'],
    article: 18,
  },
  suspend: { from: ['PUBLISHED'], to: 'SUSPENDED', by: ['CITY_EM'], article: 18 },
  hide: { from: ['UNPUBLISHED', 'PUBLISHED', 'SUSPENDED'], to: 'HIDDEN', by: ['CITY_EM'], article: 18 },
  withdrawPublication: {
    from: ['PUBLISHED', 'SUSPENDED', 'HIDDEN'],
    to: 'UNPUBLISHED',
    by: ['CITY_EM'],
    article: 18,
  },
} as const satisfies ActTable<PublicationStatus>;

export type PublicationAct = keyof typeof PUBLICATION_ACTS;

/** The act of the authority table that each step is. */
export const PUBLICATION_ACT_NAMES = {
  publish: 'publishShelters',
  suspend: 'suspendPublication',
  hide: 'hideShelter',
  withdrawPublication: 'withdrawShelter',
} as const satisfies Record<PublicationAct, ActName>;

/** Acts that take something from the public eye and so must give a reason. */
export const PUBLICATION_ACTS_WITH_REASON: readonly PublicationAct[] = [
  'suspend',
  'hide',
  'withdrawPublication',
];
