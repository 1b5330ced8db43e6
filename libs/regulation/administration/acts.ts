import type { ActTable } from '../act-table.ts';
import type { ActName } from '../authority.ts';
import type { Role } from '../enumerations.ts';

/** Accounts and organisations are never deleted: what they did stays theirs. */
export const ACCOUNT_STAGES = ['ACTIVE', 'DISABLED'] as const;
export type AccountStage = (typeof ACCOUNT_STAGES)[number];

const disable = { from: ['ACTIVE'], to: 'DISABLED' } as const;
const enable = { from: ['DISABLED'], to: 'ACTIVE' } as const;
const byAdministrator: { by: readonly Role[]; article: null; source: string } = {
  by: ['ADMIN'],
  article: null,
  source: 'administration of the system',
};

export const PERSON_ACTS = {
  disablePerson: { ...disable, ...byAdministrator },
  enablePerson: { ...enable, ...byAdministrator },
} as const satisfies ActTable<AccountStage>;

export const ORGANISATION_ACTS = {
  disableOrganisation: { ...disable, ...byAdministrator },
  enableOrganisation: { ...enable, ...byAdministrator },
} as const satisfies ActTable<AccountStage>;

export type PersonAct = keyof typeof PERSON_ACTS;
export type OrganisationAct = keyof typeof ORGANISATION_ACTS;

/** The act of the authority table that each step is. */
export const PERSON_ACT_NAMES = {
  disablePerson: 'keepPeople',
  enablePerson: 'keepPeople',
} as const satisfies Record<PersonAct, ActName>;
export const ORGANISATION_ACT_NAMES = {
  disableOrganisation: 'keepOrganisations',
  enableOrganisation: 'keepOrganisations',
} as const satisfies Record<OrganisationAct, ActName>;
