import { describe, expect, it } from '@jest/globals';
import { actsInStage } from '../act-table.ts';
import { ACTS } from '../authority.ts';
import { ORGANISATION_ACT_NAMES, ORGANISATION_ACTS, PERSON_ACT_NAMES, PERSON_ACTS } from './acts.ts';

describe.each([
  ['a person', PERSON_ACTS, 'disablePerson', 'enablePerson'],
  ['an organisation', ORGANISATION_ACTS, 'disableOrganisation', 'enableOrganisation'],
] as const)('%s', (_who, acts, disable, enable) => {
  it('is disabled when active and enabled when disabled', () => {
    expect(actsInStage(acts, 'ACTIVE')).toEqual([disable]);
    expect(actsInStage(acts, 'DISABLED')).toEqual([enable]);
    expect(actsInStage(acts, null)).toEqual([]);
    expect(Object.values(acts).map(({ to }) => to)).toEqual(['DISABLED', 'ACTIVE']);
  });

  it('is so by the administrator alone, as practice', () => {
    for (const { by, article, source } of Object.values(acts))
      expect({ by, article, source }).toEqual({
        by: ['ADMIN'],
        article: null,
        source: 'administration of the system',
      });
  });
});

it('every step is an act that the administrator alone is granted', () => {
  const names = [...Object.values(PERSON_ACT_NAMES), ...Object.values(ORGANISATION_ACT_NAMES)];
  expect(names).toEqual(['keepPeople', 'keepPeople', 'keepOrganisations', 'keepOrganisations']);
  for (const name of names) expect(Object.keys(ACTS[name].grants)).toEqual(['ADMIN']);
});
