import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { basicFacilities } from './basic-facilities.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import type { FacilityState, FacilityType } from '../enumerations.ts';

const told = (change: Parameters<typeof sampleContents>[0] = {}, facts = sampleFacts()) =>
  basicFacilities(sampleContents(change), facts, CHECK_DEFAULTS);

const facility = (type: FacilityType, state: FacilityState = 'WORKING') => ({
  type,
  quantity: null,
  state,
  maintainer: null,
});

describe('signs and basic facilities', () => {
  it('are asked for when others are told', () => {
    expect(told({ facilities: [facility('WATER'), facility('SIGNS', 'MISSING')] })).toMatchObject([
      {
        class: 'ADVICE',
        field: 'facilities',
        code: 'BASICS_NOT_NAMED',
        params: { facilities: 'POWER,SEWAGE,TOILET,MEDICAL,DISINFECTION,BROADCAST,COMMUNICATION,COMMAND' },
      },
    ]);
  });

  it('are not asked for on a blank list, which the law itself asks for, nor when all are told', () => {
    expect(told({ facilities: [] })).toEqual([]);
    expect(told()).toEqual([]);
  });

  it('include the signs of Art. 5', () => {
    const { facilities } = sampleContents();
    expect(told({ facilities: facilities.filter(({ type }) => type !== 'SIGNS') })).toMatchObject([
      { params: { facilities: 'SIGNS' } },
    ]);
  });
});
