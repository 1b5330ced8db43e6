import { describe, expect, it } from '@jest/globals';
import { HAZARD_TYPES } from '../enumerations.ts';
import { EMPTY_CONTENTS, suitabilityFor } from './contents.ts';

describe('a blank sheet', () => {
  it('knows nothing, and says so', () => {
    expect(Object.values(EMPTY_CONTENTS).filter((value) => value === 0 || value === false)).toEqual([]);
    expect(EMPTY_CONTENTS).toMatchObject({
      name: '',
      position: null,
      declaredCapacity: null,
      siteType: 'UNKNOWN',
      spaceType: 'UNKNOWN',
      grade: 'UNKNOWN',
      durationClass: 'UNKNOWN',
      standingKind: 'UNKNOWN',
      petPolicy: 'UNKNOWN',
      barrierFree: 'UNKNOWN',
      contact: { name: null, phone: null, phone24h: null },
    });
  });

  it('cannot be written on by accident', () => {
    expect(Object.isFrozen(EMPTY_CONTENTS)).toBe(true);
    expect(() => EMPTY_CONTENTS.aliases.push('x')).toThrow(TypeError);
    expect(Object.isFrozen(EMPTY_CONTENTS.contact)).toBe(true);
  });
});

describe('suitability', () => {
  it('is NOT_ASSESSED for every hazard nobody spoke of', () => {
    for (const hazard of HAZARD_TYPES) expect(suitabilityFor(EMPTY_CONTENTS, hazard)).toBe('NOT_ASSESSED');
  });

  it('is what was said of that hazard', () => {
    const suitability = [
      { hazard: 'FLOOD', suitability: 'UNSUITABLE' },
      { hazard: 'FIRE', suitability: 'CONDITIONAL' },
    ] as const;
    expect(suitabilityFor({ suitability }, 'FIRE')).toBe('CONDITIONAL');
    expect(suitabilityFor({ suitability }, 'FLOOD')).toBe('UNSUITABLE');
    expect(suitabilityFor({ suitability }, 'EARTHQUAKE')).toBe('NOT_ASSESSED');
  });
});
