import { expect, it } from '@jest/globals';
import { coversJurisdiction } from './actor.ts';
import { ROLES } from './enumerations.ts';

it.each(ROLES)('%s covers the listed jurisdictions; city-wide roles cover every one', (role) => {
  const appointment = { role, organisationId: 'o', jurisdictions: ['411202'] };
  const cityWide = role === 'CITY_EM' || role === 'CITY_GOVERNMENT' || role === 'ADMIN';
  expect(coversJurisdiction(appointment, '411202')).toBe(true);
  expect(coversJurisdiction(appointment, '411203')).toBe(cityWide);
  expect(coversJurisdiction({ ...appointment, jurisdictions: [] }, '411202')).toBe(cityWide);
});
