import { expect, it } from '@jest/globals';
import { readPublicList } from './public-list.ts';

const point = (coordinates: unknown) => ({ type: 'Point', coordinates });
const properties = {
  code: '411202M0001',
  name: '湖滨公园',
  address: '黄河路',
  division: '湖滨街道',
  operationalStatus: 'OPEN',
  lastConfirmedAt: null,
};

it('reads what can be drawn and leaves out what cannot', () => {
  const list = {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: point([111.2, 34.78]), properties },
      { type: 'Feature', geometry: point(['111.2', 34.78]), properties },
      { type: 'Feature', geometry: null, properties },
      { type: 'Feature', geometry: point([111.2, 34.78]), properties: { name: '没有编号' } },
      null,
    ],
  };
  const location = { longitude: 111.2, latitude: 34.78 };
  expect(readPublicList(list)).toEqual([{ ...properties, location, site: null }]);
});

it('takes an unknown status for not activated, a missing address for unknown', () => {
  const odd = { code: 'X', name: '场所', operationalStatus: 'FLYING' };
  const [shelter] = readPublicList({ features: [{ geometry: point([111, 34]), properties: odd }] });
  expect(shelter).toMatchObject({ operationalStatus: 'STANDBY', address: null });
});

it.each([null, 'text', {}, { features: {} }])('reads %j as an empty list', (list) => {
  expect(readPublicList(list)).toEqual([]);
});
