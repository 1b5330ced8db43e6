import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maintenanceGround, placeAgreement, placeDisagreement } from './standing.ts';

const NONE = { inForceSince: null, disagreedOn: null };

describe('where a record belongs', () => {
  it('is in force when nothing newer is, and takes the place of what is older', () => {
    expect(placeAgreement('2026-03-01', NONE)).toEqual({
      stands: true,
      endsInForce: false,
      settlesDisagreement: false,
    });
    expect(placeAgreement('2026-03-01', { inForceSince: '2025-01-01', disagreedOn: null })).toMatchObject({
      stands: true,
      endsInForce: true,
    });
  });

  it('is history when told late, and a quarrel that came after it goes on', () => {
    const standing = { inForceSince: '2026-03-01', disagreedOn: '2026-04-01' };
    expect(placeAgreement('2025-12-31', standing)).toEqual({
      stands: false,
      endsInForce: false,
      settlesDisagreement: false,
    });
    expect(placeAgreement('2026-03-15', standing)).toEqual({
      stands: true,
      endsInForce: true,
      settlesDisagreement: false,
    });
    expect(placeAgreement('2026-04-01', standing).settlesDisagreement).toBe(true);
    expect(placeDisagreement('2026-02-28', standing).stands).toBe(false);
    expect(placeDisagreement('2026-03-01', standing)).toEqual({
      stands: true,
      endsInForce: false,
      settlesDisagreement: false,
    });
  });

  it('never ends what is newer, whatever the days', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.option(day), fc.option(day), (on, inForceSince, disagreedOn) => {
        const placed = placeAgreement(on, { inForceSince, disagreedOn });
        if (placed.endsInForce) expect(inForceSince !== null && inForceSince <= on).toBe(true);
        if (placed.settlesDisagreement) expect(disagreedOn !== null && disagreedOn <= on).toBe(true);
        if (!placed.stands) expect(inForceSince !== null && inForceSince > on).toBe(true);
      }),
    );
  });
});

it('tells on what ground somebody maintains; who is not told is unknown, never the unit', () => {
  const ground = (inForce: 'AGREEMENT' | 'DETERMINATION' | null, filedMaintainer: string | null) =>
    maintenanceGround({ inForce, filedMaintainer, unitName: '湖滨区第一中学' });
  expect(ground('AGREEMENT', null)).toBe('AGREEMENT');
  expect(ground('DETERMINATION', '湖滨区第一中学')).toBe('DETERMINATION');
  expect(ground(null, ' 湖滨区第一中学 ')).toBe('UNIT');
  expect(ground(null, '市自来水公司')).toBe('NOT_ARRANGED');
  expect(ground(null, null)).toBe('UNKNOWN');
  expect(ground(null, ' ')).toBe('UNKNOWN');
});
