import { expect, it } from '@jest/globals';
import { bearingDegrees, ellipsoidMeters, type Point } from '#geography/distance';
import type { HazardType, Suitability } from '#regulation/enumerations';
import type { KeptAnswer, ListedShelter } from './answer.types.ts';
import { answerOnDevice } from './answer-on-device.ts';

const HERE: Point = { longitude: 111.19, latitude: 34.775 };

function shelter(code: string, location: Point, flood: Suitability): ListedShelter {
  return {
    code,
    name: code,
    address: null,
    landmark: null,
    publicPhone: null,
    location,
    operationalStatus: 'STANDBY',
    suitability: [{ hazard: 'FLOOD', suitability: flood }],
    capacity: { usable: 100, occupied: null, available: null, asOf: null },
    lastConfirmedAt: null,
    demo: false,
  };
}

const east = shelter('EAST', { longitude: 111.2, latitude: 34.775 }, 'UNSUITABLE');
const west = shelter('WEST', { longitude: 111.17, latitude: 34.775 }, 'SUITABLE');
const shut = shelter('SHUT', { longitude: 111.191, latitude: 34.775 }, 'SUITABLE');

function kept(hazard: HazardType | null): KeptAnswer {
  const near = (one: ListedShelter) => ({
    shelter: one,
    distanceMeters: ellipsoidMeters(HERE, one.location),
    bearingDegrees: bearingDegrees(HERE, one.location),
  });
  return {
    question: { point: HERE, hazard },
    receivedAt: 0,
    answer: {
      shelters: [near(east), near(west)],
      passedOver: [
        { ...near(shut), reasons: [{ code: 'UNAVAILABLE', params: {}, message: '场所目前不能使用。' }] },
      ],
      situation: 'QUIET',
      edition: '2026-11-21-1',
      asOf: '2026-11-21T08:00:00.000Z',
    },
  };
}

it('gives the kept answer itself to the same question', () => {
  const answer = kept(null);
  const fewStepsOn = { longitude: 111.1902, latitude: 34.775 };
  expect(answerOnDevice(answer, { point: fewStepsOn, hazard: null }, 5)).toBe(answer.answer);
});

it('measures and orders anew from another place', () => {
  const point = { longitude: 111.18, latitude: 34.775 };
  const { shelters } = answerOnDevice(kept(null), { point, hazard: null }, 5);
  expect(shelters.map(({ shelter: { code } }) => code)).toEqual(['WEST', 'EAST']);
  expect(shelters[0]?.distanceMeters).toBe(ellipsoidMeters(point, west.location));
  expect(shelters[0]?.bearingDegrees).toBeCloseTo(270, 1);
});

it('obeys the law for another hazard, and never lists what was told to be unavailable', () => {
  const { shelters, passedOver } = answerOnDevice(kept(null), { point: HERE, hazard: 'FLOOD' }, 5);
  expect(shelters.map(({ shelter: { code } }) => code)).toEqual(['WEST']);
  expect(
    passedOver.map(({ shelter: { code }, reasons }) => [code, reasons.map((reason) => reason.code)]),
  ).toEqual([
    ['SHUT', ['UNAVAILABLE']],
    ['EAST', ['UNSUITABLE_FOR_HAZARD']],
  ]);
});
