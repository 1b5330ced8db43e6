import { describe, expect, it } from '@jest/globals';
import { OPERATIONAL_STATUSES } from '../enumerations.ts';
import { standDownRefusals } from './stand-down.ts';

describe('a department leaves a shelter', () => {
  it('only when it closes, is closed, or is given up as damaged', () => {
    const free = OPERATIONAL_STATUSES.filter((status) => standDownRefusals(status).length === 0);
    expect(free).toEqual(['CLOSING', 'CLOSED', 'DAMAGED']);
    expect(standDownRefusals('OPEN')).toEqual([
      {
        rule: 'duties/stand-down',
        article: 24,
        field: null,
        code: 'SHELTER_STILL_OPEN',
        params: { status: 'OPEN' },
      },
    ]);
  });
});
