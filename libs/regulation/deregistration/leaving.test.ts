import { describe, expect, test } from '@jest/globals';
import { askingRefusals, leavingRefusals } from './leaving.ts';

const here = { code: '411202C0001', deregisteredOn: null, asked: false, liveIn: null };
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code);

describe('a shelter that leaves the register (practice)', () => {
  test('may, where nothing is against it', () => {
    expect(askingRefusals(here)).toEqual([]);
    expect(leavingRefusals(here)).toEqual([]);
  });

  test('leaves once; the day it left is told', () => {
    const left = { ...here, deregisteredOn: '2026-03-01' };
    expect(codes(askingRefusals(left))).toEqual(['ALREADY_DEREGISTERED']);
    expect(leavingRefusals(left)).toEqual([
      {
        rule: 'deregistration/once',
        article: null,
        field: null,
        code: 'ALREADY_DEREGISTERED',
        params: { code: '411202C0001', on: '2026-03-01' },
      },
    ]);
  });

  test('is asked for once at a time, also while it is in use', () => {
    expect(codes(askingRefusals({ ...here, asked: true }))).toEqual(['DEREGISTRATION_ASKED']);
  });

  test('never leaves while an activation holds it, which is named', () => {
    expect(leavingRefusals({ ...here, liveIn: '411202-QY-2026-0003' })).toMatchObject([
      { code: 'LIVE_NOT_DEREGISTERED', article: null, params: { number: '411202-QY-2026-0003' } },
    ]);
    expect(codes(leavingRefusals({ ...here, deregisteredOn: '2026-03-01', liveIn: 'x' }))).toEqual([
      'ALREADY_DEREGISTERED',
      'LIVE_NOT_DEREGISTERED',
    ]);
  });
});
