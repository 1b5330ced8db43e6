import { expect, it } from '@jest/globals';
import { effectOf, readinessOf } from './readiness.ts';

it.each([
  [false, [], 'UNKNOWN'],
  [true, [], 'READY'],
  [true, ['LIMITED'], 'LIMITED'],
  [true, ['LIMITED', 'UNAVAILABLE'], 'UNAVAILABLE'],
  // Nobody has looked at the whole, but what is known is said.
  [false, ['LIMITED'], 'LIMITED'],
] as const)('inspected %s with %j: %s', (inspected, effects, readiness) =>
  expect(readinessOf({ inspected, effects })).toBe(readiness),
);

it('a general defect has no effect', () => {
  expect(effectOf('GENERAL', 'UNAVAILABLE')).toBeNull();
  expect(effectOf('MAJOR', 'UNAVAILABLE')).toBe('UNAVAILABLE');
});
