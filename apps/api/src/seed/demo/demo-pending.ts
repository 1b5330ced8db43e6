import type { DemoShelter } from './demo-shelters.ts';

const SCHOOL = {
  jurisdiction: '411202',
  unit: 'unit1',
  site: 'SCHOOL',
  space: 'OUTDOOR',
  grade: 'TOWNSHIP',
  duration: 'EMERGENCY',
  squareMeters: 5200,
  persons: 1700,
  ground: 'OPEN',
} as const;

/** Filings that are not on file yet, one for each stage a filing can wait in. */
export const DEMO_PENDING = {
  draft: {
    ...SCHOOL,
    name: '晨光第四小学操场（演示数据）',
    division: '前进街道',
    landmark: '校门在东',
    longitude: 111.19582,
    latitude: 34.77643,
  },
  submitted: {
    ...SCHOOL,
    name: '晨光职业学校（演示数据）',
    division: '湖滨街道',
    landmark: '西门进',
    longitude: 111.20614,
    latitude: 34.76987,
  },
  returned: {
    ...SCHOOL,
    name: '晨光第二小学操场（演示数据）',
    division: '涧河街道',
    landmark: '桥东五十米',
    longitude: 111.17846,
    latitude: 34.77418,
  },
  withdrawn: {
    ...SCHOOL,
    name: '晨光教师公寓停车场（演示数据）',
    division: '大安街道',
    landmark: '公寓北侧',
    longitude: 111.21137,
    latitude: 34.76218,
  },
  submittedInLingbao: {
    ...SCHOOL,
    jurisdiction: '411282',
    unit: 'lingbao-parks',
    site: 'PARK',
    name: '尹庄柿园公园（演示数据）',
    division: '尹庄镇',
    landmark: '公园南门',
    longitude: 110.90862,
    latitude: 34.50274,
  },
} as const satisfies Record<string, DemoShelter>;
