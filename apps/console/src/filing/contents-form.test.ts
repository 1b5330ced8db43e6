import { describe, expect, test } from '@jest/globals';
import { EMPTY_CONTENTS } from '#regulation/registry/contents';
import {
  differences,
  formOf,
  isAmong,
  placeOf,
  readForm,
  readNumber,
  readPoint,
  splitPair,
} from './contents-form.ts';

const blank = () => formOf(structuredClone(EMPTY_CONTENTS));

describe('the boxes of the form', () => {
  test('send nothing for what nobody filled in', () => {
    const { input, faults } = readForm(blank());
    expect(faults).toEqual([]);
    expect(input).toMatchObject({ declaredCapacity: null, position: null, aliases: [], suitability: [] });
  });

  test('give back what they were filled from', () => {
    const contents = {
      ...structuredClone(EMPTY_CONTENTS),
      name: '湖滨公园',
      aliases: ['湖滨广场', '南广场'],
      areaSquareMeters: 24_000.5,
      position: {
        longitude: 111.19,
        latitude: 34.78,
        sourceCrs: 'GCJ02' as const,
        rawLongitude: 111.2,
        rawLatitude: 34.79,
      },
      facilities: [{ type: 'WATER' as const, quantity: null, state: 'WORKING' as const, maintainer: null }],
      contact: { name: '张建国', phone: '13803980001', phone24h: null },
      suitability: [
        {
          hazard: 'FLOOD' as const,
          suitability: 'UNSUITABLE' as const,
          assessedBy: null,
          assessedOn: '2025-05-01',
        },
      ],
    };
    const { input } = readForm(formOf(contents));
    expect(input).toEqual({
      ...contents,
      position: { longitude: 111.2, latitude: 34.79, crs: 'GCJ02' },
    });
  });

  test('show degrees to seven decimals, and untouched still say what is on file', () => {
    const [rawLongitude, rawLatitude] = [111 + 12.5 / 60, 34 + 46 / 60 + 23.5 / 3600];
    const filed = {
      ...structuredClone(EMPTY_CONTENTS),
      position: { longitude: 111.2, latitude: 34.7, sourceCrs: 'WGS84' as const, rawLongitude, rawLatitude },
    };
    const onFile = { longitude: rawLongitude, latitude: rawLatitude, crs: 'WGS84' };
    // As it is kept on the device and comes back.
    const form = structuredClone(formOf(filed));
    expect([form.position.longitude, form.position.latitude]).toEqual(['111.2083333', '34.7731944']);
    expect(readForm(form).input.position).toEqual(onFile);
    form.position.longitude = '111.2083334';
    expect(readForm(form).input.position).toEqual({ ...onFile, longitude: 111.2083334 });
    form.position = { crs: 'GCJ02', longitude: '111.2083333', latitude: '34.7731944' };
    expect(readPoint(form.position).point).toEqual({
      longitude: 111.2083333,
      latitude: 34.7731944,
      crs: 'GCJ02',
    });
  });

  test('take numbers as people type them', () => {
    const value = (typed: string) => readNumber(typed, 'declaredCapacity', true).value;
    expect([value('１２，０００'), value(' 3 500 '), value(''), value('8,000')]).toEqual([
      12_000,
      3_500,
      null,
      8_000,
    ]);
  });

  test.each([
    ['一万二', 'NOT_A_NUMBER'],
    ['12.5', 'NOT_WHOLE'],
    ['99999999999', 'TOO_LARGE'],
    ['1e3', 'NOT_A_NUMBER'],
  ])('say what is wrong with %s', (typed, code) => {
    const form = blank();
    form.numbers.declaredCapacity = typed;
    expect(readForm(form).faults).toMatchObject([{ field: 'declaredCapacity', code }]);
  });

  test('take a row that was added and left blank for nothing, and name the one after it', () => {
    const form = blank();
    form.contributions.push(
      { kind: 'DONATION', donor: ' ', given: '', valueYuan: '', receivedOn: '' },
      { kind: 'DONATION', donor: '商会', given: '', valueYuan: '很多', receivedOn: '' },
    );
    form.exposures.push({ hazard: '', description: '', distanceMeters: '' });
    form.entrances.push({ name: '', longitude: '', latitude: ' ', barrierFree: 'UNKNOWN' });
    const { input, faults } = readForm(form);
    expect([input.exposures, input.entrances, input.contributions]).toEqual([
      [],
      [],
      [{ kind: 'DONATION', donor: '商会', given: null, valueYuan: null, receivedOn: null }],
    ]);
    expect(faults).toMatchObject([{ field: 'contributions.1.valueYuan', code: 'NOT_A_NUMBER' }]);
  });

  test('tell a bound that a person can make something of', () => {
    const limit = (field: string, whole: boolean) => readNumber('99999999999', field, whole).fault;
    expect(limit('declaredCapacity', true)).toMatchObject({ params: { value: 99_999_999_999, limit: 2e6 } });
    expect(limit('facilities.0.quantity', true)).toMatchObject({ params: { limit: 1e6 } });
    expect(limit('effectiveAreaSquareMeters', false)).toMatchObject({ params: { limit: 1e8 } });
  });

  test('name the row of a wrong quantity', () => {
    const form = blank();
    form.facilities.push({ type: 'TOILET', quantity: '多', state: 'UNKNOWN', maintainer: '' });
    expect(readForm(form).faults).toMatchObject([{ field: 'facilities.0.quantity', code: 'NOT_A_NUMBER' }]);
  });
});

describe('the point', () => {
  test('always asks where it comes from', () => {
    const position = { crs: '' as const, longitude: '111.2', latitude: '34.78' };
    expect(readPoint(position).faults).toEqual([{ field: 'position.sourceCrs', coordinate: 'NO_SOURCE' }]);
  });

  test('is shown where it really lies', () => {
    const place = placeOf({ crs: 'GCJ02', longitude: '111.2013', latitude: '34.7801' });
    expect(place?.longitude).toBeCloseTo(111.1953, 3);
    expect(place?.latitude).toBeCloseTo(34.7811, 3);
  });

  test('names both halves when both are wrong', () => {
    const { faults } = readPoint({ crs: 'WGS84', longitude: '一百', latitude: '' });
    expect(faults).toEqual([
      { field: 'position.longitude', coordinate: 'NOT_A_COORDINATE' },
      { field: 'position.latitude', coordinate: 'EMPTY' },
    ]);
  });

  test('says of a pair that fits the other way round that it is swapped', () => {
    const faultsOf = (longitude: string, latitude: string) =>
      readPoint({ crs: 'WGS84', longitude, latitude }).faults;
    expect(faultsOf('34.78', '111.19')).toEqual([{ field: 'position.latitude', coordinate: 'WRONG_AXIS' }]);
    expect(faultsOf('111.19', '134.78')).toEqual([
      { field: 'position.latitude', coordinate: 'OUT_OF_RANGE' },
    ]);
    expect(faultsOf('34.78', '211.19')).toEqual([{ field: 'position.latitude', coordinate: 'OUT_OF_RANGE' }]);
  });

  test('is told apart when both numbers are pasted into one box', () => {
    expect(splitPair('34.7801, 111.2013')).toEqual({ longitude: '111.2013', latitude: '34.7801' });
    expect(splitPair('34.7801')).toBeNull();
  });
});

test('a field belongs to what changed by its whole name, not by its first letters', () => {
  expect(isAmong(['contact', 'name'], 'contact.phone')).toBe(true);
  expect(isAmong(['contact', 'name'], 'name')).toBe(true);
  expect(isAmong(['contact', 'name'], 'contactless')).toBe(false);
  expect(isAmong([], 'name')).toBe(false);
});

test('two versions are compared field by field', () => {
  const mine = readForm(blank()).input;
  expect(differences(mine, { ...mine, name: '别的', aliases: ['a'] })).toEqual(['name', 'aliases']);
});
