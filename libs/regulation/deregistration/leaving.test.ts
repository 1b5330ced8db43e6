import { describe, expect, test } from '@jest/globals';
import { wordRefusal } from '../wording.ts';
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
    const number = '411202-QY-2026-0003';
    expect(leavingRefusals({ ...here, liveIn: { number, exercise: false } })).toMatchObject([
      { code: 'LIVE_NOT_DEREGISTERED', article: null, params: { number } },
    ]);
    const left = { ...here, deregisteredOn: '2026-03-01', liveIn: { number: 'x', exercise: false } };
    expect(codes(leavingRefusals(left))).toEqual(['ALREADY_DEREGISTERED', 'LIVE_NOT_DEREGISTERED']);
  });

  test('nor while an exercise does, which is called one in words', () => {
    const liveIn = { number: '411202-YL-2026-0001', exercise: true };
    const [refusal] = leavingRefusals({ ...here, liveIn });
    expect(refusal).toMatchObject({
      rule: 'deregistration/not-while-live',
      code: 'IN_EXERCISE_NOT_DEREGISTERED',
      params: { number: liveIn.number },
    });
    if (!refusal) throw new Error('nothing was refused');
    expect(wordRefusal(refusal, 'zh-CN')).toContain('正在演练（411202-YL-2026-0001）');
    expect(wordRefusal(refusal, 'en')).toContain('is in an exercise (411202-YL-2026-0001)');
  });
});
