import { expect, it } from '@jest/globals';
import { TOWNSHIPS } from '#geography/boundaries/townships';
import { isOutsideCity } from './place.ts';
import { COUNTIES, estimateTownship, townshipsOf } from './localities.ts';

const lingbao = COUNTIES.find(({ code }) => code === '411282')!;
const hangu = townshipsOf('411282').find(({ name }) => name === '函谷关镇')!;

it('offers every township, in a county whose seat lies in the city', () => {
  expect(COUNTIES.flatMap(({ code }) => townshipsOf(code))).toHaveLength(TOWNSHIPS.length);
  for (const { seat } of COUNTIES) expect(isOutsideCity(seat)).toBe(false);
});

it('takes a township to lie where its shelters stand', () => {
  const shelters = [
    {
      name: '函谷关镇中心小学',
      address: null,
      division: null,
      location: { longitude: 110.92, latitude: 34.63 },
    },
    {
      name: '文化广场',
      address: '王垛村',
      division: '函谷关镇',
      location: { longitude: 110.94, latitude: 34.65 },
    },
    {
      name: '体育场',
      address: '新灵街',
      division: '城关镇',
      location: { longitude: 110.89, latitude: 34.52 },
    },
    {
      name: '函谷关文化展厅',
      address: '郑州市',
      division: null,
      location: { longitude: 113.6, latitude: 34.7 },
    },
  ];
  expect(estimateTownship(lingbao, hangu, shelters)).toEqual({
    point: { longitude: 110.94, latitude: 34.65 },
    from: 'TOWNSHIP',
  });
});

it('says so when only the seat of the county is known', () => {
  expect(estimateTownship(lingbao, hangu, [])).toEqual({ point: lingbao.seat, from: 'SEAT' });
  expect(estimateTownship(lingbao, null, [])).toEqual({ point: lingbao.seat, from: 'SEAT' });
});

it('knows what is surely outside: neither the border nor a step beyond it', () => {
  expect(isOutsideCity({ longitude: 112.45, latitude: 34.62 })).toBe(true); // Luoyang
  expect(isOutsideCity({ longitude: 111.2, latitude: 34.78 })).toBe(false);
  expect(isOutsideCity({ longitude: 111.2, latitude: 34.8 })).toBe(false); // the far bank of the Yellow River
});
