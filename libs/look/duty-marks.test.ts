import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { DUTY_STAGES, LATENESSES } from '#regulation/enumerations';
import { dutyMark, dutySvg, latenessMark } from './duty-marks.ts';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const STAGES = [...DUTY_STAGES, 'UNASSIGNED'] as const;

it('tells every stage by a shape of its own, in text and drawn', () => {
  const marks = STAGES.map(dutyMark);
  expect(new Set(marks.map(({ shape }) => shape)).size).toBe(STAGES.length);
  expect(new Set(marks.map(({ path, drawing }) => path + drawing)).size).toBe(STAGES.length);
});

it('draws in the ink around it', () => {
  for (const stage of STAGES)
    expect(dutySvg(dutyMark(stage), 20)).toMatch(
      /^<svg [^<>]*width="20"[^<>]*><path [^<>]*currentColor[^<>]*\/><\/svg>$/,
    );
});

it('gives every lateness a ground and an ink there are, and a sign of its own to what presses', () => {
  const marks = LATENESSES.map(latenessMark);
  for (const { ground, ink } of marks) for (const name of [ground, ink]) expect(css).toContain(`${name}:`);
  const pressing = marks.flatMap(({ sign }) => (sign === '' ? [] : [sign]));
  expect(new Set(pressing).size).toBe(3);
});
