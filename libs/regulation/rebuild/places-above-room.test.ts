import { expect, it } from '@jest/globals';
import { placesAboveRoom } from './places-above-room.ts';

it('is advice, never a refusal', () => {
  expect(placesAboveRoom(601, 600)).toMatchObject([
    {
      class: 'ADVICE',
      article: null,
      field: 'placesOut',
      code: 'PLACES_ABOVE_ROOM',
      params: { placesOut: 601, room: 600 },
    },
  ]);
});

it.each([
  [600, 600],
  [0, 0],
  [null, 600],
  [600, null],
  [null, null],
])('is silent about %p out of %p', (placesOut, usable) => {
  expect(placesAboveRoom(placesOut, usable)).toEqual([]);
});
