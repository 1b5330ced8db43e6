import { expect, it } from '@jest/globals';
import { signedByAnother } from './sign-off.ts';

const inspector = {
  personId: 'wang',
  appointments: [
    { role: 'FILING_AUTHORITY', organisationId: 'em', jurisdictions: ['411202'] },
    { role: 'OPERATOR', organisationId: 'park', jurisdictions: ['411202'] },
  ],
} as const;
const codes = (responsibleOrganisationId: string | null, ...personIds: string[]) =>
  signedByAnother({ responsibleOrganisationId, personIds }, inspector).map(({ code }) => code);

it('lets somebody else sign', () => {
  expect(codes('school', 'li')).toEqual([]);
  expect(codes(null)).toEqual([]);
});

it('never the responsible body, whichever office one signs by', () => {
  expect(codes('em')).toEqual(['OWN_DEFECT']);
  expect(codes('park')).toEqual(['OWN_DEFECT']);
});

it('never the person who was ordered to mend it or mended it', () =>
  expect(codes('school', 'li', 'wang')).toEqual(['OWN_DEFECT']));
