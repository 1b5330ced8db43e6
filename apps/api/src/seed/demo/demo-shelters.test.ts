import { expect, test } from '@jest/globals';
import { countyBoundaries } from '#geography/boundaries/boundaries';
import { contains } from '#geography/polygon';
import { TOWNSHIPS } from '#geography/boundaries/townships';
import { SITE_TYPES } from '#regulation/enumerations';
import { JURISDICTIONS } from '../jurisdictions.ts';
import { DEMO_SHELTERS, DEMO_UNITS, GROUNDS } from './demo-shelters.ts';

const counties = new Map(countyBoundaries().map((county) => [county.code, county.geometry]));

test('every demo shelter lies in its county; those of the committees lie in the city', () => {
  const outside = DEMO_SHELTERS.filter((shelter) => {
    const own = counties.get(shelter.jurisdiction);
    return !(own ? [own] : [...counties.values()]).some((area) => contains(area, shelter));
  });
  expect(outside.map(({ name }) => name)).toEqual([]);
});

test('all eight jurisdictions have some, and each name is there once and says that it is invented', () => {
  const filing = JURISDICTIONS.filter(({ level }) => level !== 'CITY').map(({ code }) => code);
  expect(new Set(DEMO_SHELTERS.map(({ jurisdiction }) => jurisdiction))).toEqual(new Set(filing));
  expect(new Set(DEMO_SHELTERS.map(({ name }) => name)).size).toBe(DEMO_SHELTERS.length);
  expect(DEMO_SHELTERS.length).toBe(48);
  expect(DEMO_SHELTERS.every(({ name }) => name.endsWith('（演示数据）'))).toBe(true);
});

test('site types and townships are real ones, and every number is one', () => {
  expect(DEMO_SHELTERS.filter(({ site }) => !SITE_TYPES.includes(site))).toEqual([]);
  expect(DEMO_SHELTERS.filter(({ space, grade, duration }) => !space || !grade || !duration)).toEqual([]);
  expect(DEMO_SHELTERS.filter(({ squareMeters, persons }) => !(squareMeters > 0 && persons > 0))).toEqual([]);
  expect(DEMO_SHELTERS.filter(({ ground }) => !GROUNDS.includes(ground))).toEqual([]);
  const known = new Set(TOWNSHIPS.map(({ countyCode, name }) => `${countyCode} ${name}`));
  const unknown = DEMO_SHELTERS.filter(
    ({ jurisdiction, division }) => counties.has(jurisdiction) && !known.has(`${jurisdiction} ${division}`),
  );
  expect(unknown.map(({ name, division }) => `${name} ${division}`)).toEqual([]);
});

test('every unit has a shelter', () => {
  const used = new Set(DEMO_SHELTERS.map(({ unit }) => unit));
  expect(Object.keys(DEMO_UNITS).filter((unit) => !used.has(unit))).toEqual([]);
});
