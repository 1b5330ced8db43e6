import { describe, expect, it } from '@jest/globals';
import { sampleContents, samplePosition } from '../checks/sample-contents.ts';
import { changedFields } from './changed-fields.ts';

const ASSESSED = { assessedBy: null, assessedOn: null };
const FIRE = { ...ASSESSED, hazard: 'FIRE', suitability: 'SUITABLE' } as const;
const FLOOD = { ...ASSESSED, hazard: 'FLOOD', suitability: 'UNSUITABLE' } as const;

describe('what a version changed of the one before', () => {
  const before = sampleContents({ suitability: [FIRE, FLOOD] });

  it('is nothing when it says the same, in whatever order', () => {
    const reversed = Object.fromEntries(Object.entries(samplePosition()).toReversed());
    const after = {
      ...structuredClone(before),
      position: reversed as unknown as typeof before.position,
      suitability: [{ ...ASSESSED, hazard: 'STORM', suitability: 'NOT_ASSESSED' } as const, FLOOD, FIRE],
    };
    expect(changedFields({ ...before, position: samplePosition() }, after)).toEqual([]);
  });

  it('is named field by field in the order of the form, what stays inside too', () => {
    const after = {
      ...before,
      remarks: '内部',
      name: '新名',
      contact: { ...before.contact, phone24h: '0398-1' },
      facilities: [],
      position: null,
    };
    const filled = {
      ...before,
      facilities: [{ type: 'WATER', quantity: 1, state: 'WORKING', maintainer: null } as const],
    };
    expect(changedFields(filled, after)).toEqual(['name', 'position', 'facilities', 'contact', 'remarks']);
  });

  it('tells nought from unknown, and one entry more from none', () => {
    expect(changedFields({ ...before, blockedCapacity: null }, { ...before, blockedCapacity: 0 })).toEqual([
      'blockedCapacity',
    ]);
    expect(changedFields({ ...before, aliases: [] }, { ...before, aliases: ['别名'] })).toEqual(['aliases']);
    expect(changedFields(before, { ...before, suitability: [FIRE] })).toEqual(['suitability']);
  });
});
