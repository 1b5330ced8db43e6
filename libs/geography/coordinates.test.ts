import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { looksSwapped, readDegrees, readPair } from './coordinates.ts';

const SEAT = 34 + 46 / 60 + 23.5 / 3600;

describe('one angle', () => {
  it.each([
    ['34.7732', 34.7732],
    [' 34.7732° ', 34.7732],
    ['３４．７７３２', 34.7732],
    ['34。7732', 34.7732],
    ['31.76,', 31.76],
    ['N34.7732', 34.7732],
    ['34.7732 n', 34.7732],
    ['北纬34.7732度', 34.7732],
    ['纬度：北纬 34.7732', 34.7732],
    ['-34.5', -34.5],
    ['−34.5', -34.5],
    ['34.5S', -34.5],
    ['南纬34.5', -34.5],
    ['-0', 0],
    ['34°46′23.5″', SEAT],
    ['34°46′23.5″N', SEAT],
    ["N 34° 46' 23.5''", SEAT],
    ['34º46’23.5”', SEAT],
    ['北纬34度46分23.5秒', SEAT],
    ['34 46 23.5', SEAT],
    ['34:46:23.5', SEAT],
    ['34°30′', 34.5],
    ['34 30.6', 34.51],
  ])('%s is %d', (text, degrees) => {
    const { value } = readDegrees(text, 'latitude');
    expect(value).not.toBeNull();
    expect(value).toBeCloseTo(degrees, 12);
  });

  it.each([
    ['', 'latitude', 'EMPTY'],
    ['　 ', 'latitude', 'EMPTY'],
    ['湖滨公园', 'latitude', 'NOT_A_COORDINATE'],
    ['34,7732', 'latitude', 'NOT_A_COORDINATE'],
    ['34.77.32', 'latitude', 'NOT_A_COORDINATE'],
    ['1.1E2', 'longitude', 'NOT_A_COORDINATE'],
    ['NaN', 'latitude', 'NOT_A_COORDINATE'],
    ['0x22', 'latitude', 'NOT_A_COORDINATE'],
    ['N34N', 'latitude', 'NOT_A_COORDINATE'],
    ['-34S', 'latitude', 'NOT_A_COORDINATE'],
    ['34.5°10′', 'latitude', 'NOT_A_COORDINATE'],
    ['1'.repeat(5000), 'latitude', 'NOT_A_COORDINATE'],
    ['111.18', 'latitude', 'OUT_OF_RANGE'],
    ['180.01', 'longitude', 'OUT_OF_RANGE'],
    ['37516432.1', 'longitude', 'NOT_DEGREES'],
    ['34°60′', 'latitude', 'MINUTES_OUT_OF_RANGE'],
    ['34°46′75″', 'latitude', 'MINUTES_OUT_OF_RANGE'],
    ['111.18E', 'latitude', 'WRONG_AXIS'],
    ['北纬34', 'longitude', 'WRONG_AXIS'],
  ] as const)('%s as %s: %s', (text, axis, code) => {
    expect(readDegrees(text, axis)).toEqual({ value: null, fault: code });
  });

  it('reads every number JavaScript writes plainly', () => {
    fc.assert(
      fc.property(fc.integer({ min: -180_000_000, max: 180_000_000 }), (micro) => {
        expect(readDegrees((micro / 1e6).toFixed(6), 'longitude').value).toBeCloseTo(micro / 1e6, 9);
      }),
    );
  });

  it('never throws and never answers out of range, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Math.abs(readDegrees(text, 'latitude').value ?? 0)).toBeLessThanOrEqual(90);
        expect(Math.abs(readPair(text).value?.longitude ?? 0)).toBeLessThanOrEqual(180);
      }),
    );
  });
});

describe('a pair', () => {
  it.each([
    '111.1811,34.7732',
    '34.7732, 111.1811',
    '１１１．１８１１，３４．７７３２',
    '111.1811、34.7732',
    '(111.1811 34.7732)',
    '[111.1811, 34.7732]',
    '34.7732N 111.1811E',
    'E111.1811N34.7732',
    '东经111.1811度，北纬34.7732度',
    '经度：111.1811 纬度：34.7732',
    'lat: 34.7732, lng: 111.1811',
    '111°10′51.96″ 34°46′23.52″',
    '111 10 51.96 34 46 23.52',
    `N 34° 46' 23.52" E 111° 10' 51.96"`,
  ])('%s is the city seat', (text) => {
    const { value } = readPair(text);
    expect(value?.longitude).toBeCloseTo(111.1811, 9);
    expect(value?.latitude).toBeCloseTo(34.7732, 9);
  });

  it('uses the extent of China when range alone does not tell', () => {
    const urumqi = { longitude: 87.6, latitude: 43.8 };
    expect(readPair('87.6 43.8').value).toEqual(urumqi);
    expect(readPair('43.8 87.6').value).toEqual(urumqi);
  });

  it.each([
    ['', 'EMPTY'],
    ['111.1811', 'NOT_A_PAIR'],
    ['111.1811,34.7732,320', 'NOT_A_PAIR'],
    ['1 2 3', 'NOT_A_PAIR'],
    ['31.76, 35.21', 'AMBIGUOUS_ORDER'],
    ['N34.7 N34.8', 'WRONG_AXIS'],
    ['N95 E111', 'OUT_OF_RANGE'],
    ['200, 300', 'OUT_OF_RANGE'],
    ['公园, 34.7', 'NOT_A_COORDINATE'],
  ] as const)('%s: %s', (text, code) => {
    expect(readPair(text)).toEqual({ value: null, fault: code });
  });
});

describe('swapped numbers', () => {
  it.each([
    [34.7732, 111.1811, true],
    [43.8, 87.6, true],
    [35.6895, 139.6917, true],
    [111.1811, 34.7732, false],
    [87.6, 43.8, false],
    [139.6917, 35.6895, false],
    [35.21, 31.76, false],
    [0, 0, false],
    [200, 300, false],
    [111.18, 134.77, false],
  ])('longitude %d, latitude %d: %s', (longitude, latitude, swapped) => {
    expect(looksSwapped(longitude, latitude)).toBe(swapped);
  });
});
