import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readMapArea, writeMapArea } from './map-area.ts';

it('is read back as it was written, to the metre', () => {
  const box = fc.record({
    west: fc.double({ min: -180, max: 179, noNaN: true }),
    south: fc.double({ min: -90, max: 89, noNaN: true }),
    width: fc.double({ min: 0.001, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(box, ({ west, south, width }) => {
      const area = { west, south, east: west + width, north: south + width };
      const read = readMapArea(writeMapArea(area));
      for (const side of ['west', 'south', 'east', 'north'] as const)
        expect(Math.abs((read?.[side] ?? Number.NaN) - area[side])).toBeLessThanOrEqual(0.000_006);
    }),
  );
});

it.each([
  null,
  '',
  '111,34,112',
  '111,34,112,35,1',
  '112,34,111,35',
  '111,35,112,34',
  '111,,112,35',
  'a,b,c,d',
  '111,34,Infinity,35',
  '111,34,181,35',
])('is none: %j', (text) => {
  expect(readMapArea(text)).toBeNull();
});
