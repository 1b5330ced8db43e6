import { expect, it } from '@jest/globals';
import { readStaleHours } from './read-stale-hours.ts';

it('takes the hours of the city', () => {
  expect(readStaleHours({ QUIET: 720, LIVE: 6 })).toEqual({ QUIET: 720, LIVE: 6 });
});

it.each([undefined, null, 'text', {}, { QUIET: '720', LIVE: 0 }, { QUIET: null }])(
  'goes by the rules when it was told %j',
  (told) => {
    expect(readStaleHours(told)).toEqual({ QUIET: 8_784, LIVE: 24 });
  },
);

it('goes by the rules for the one that is missing', () => {
  expect(readStaleHours({ LIVE: 6 })).toEqual({ QUIET: 8_784, LIVE: 6 });
});
