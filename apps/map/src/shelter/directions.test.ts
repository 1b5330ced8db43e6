import { expect, it } from '@jest/globals';
import { directionsLink, mapAppsFor, MAP_APPS } from './directions.ts';

/* GCJ-02 moves the city seat 550 m east and 106 m south of its place in WGS 84. */
const SEAT = { longitude: 111.1811, latitude: 34.7732 };
const NAME = '湖滨公园（东门）& 广场';
const TITLE = encodeURIComponent(NAME);

it.each([
  ['SYSTEM', `geo:34.773200,111.181100?q=34.773200,111.181100(${TITLE})`],
  ['APPLE', `https://maps.apple.com/?daddr=GCJ_LAT,GCJ_LON&q=${TITLE}&dirflg=w`],
  [
    'AMAP',
    `https://uri.amap.com/navigation?to=GCJ_LON,GCJ_LAT,${TITLE}&mode=walk&src=shelter-registry&coordinate=gaode&callnative=1`,
  ],
  [
    'BAIDU',
    `https://api.map.baidu.com/direction?origin=${encodeURIComponent('我的位置')}&destination=${encodeURIComponent('latlng:GCJ_LAT,GCJ_LON|name:')}${TITLE}&mode=walking&region=${encodeURIComponent('三门峡')}&coord_type=gcj02&output=html&src=shelter-registry`,
  ],
  [
    'TENCENT',
    `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${TITLE}&tocoord=GCJ_LAT,GCJ_LON&referer=shelter-registry`,
  ],
] as const)('%s gets its own datum and order', (app, expected) => {
  const link = directionsLink(app, NAME, SEAT);
  expect(link).toBe(expected.replace('GCJ_LAT', '34.772246').replace('GCJ_LON', '111.187118'));
});

it('never carries where the person is: every link names the destination alone', () => {
  for (const app of MAP_APPS)
    expect(directionsLink(app, NAME, SEAT)).not.toMatch(/saddr|slat|origin=latlng/u);
});

it('offers the phone’s own map first, on each kind of phone', () => {
  expect(mapAppsFor('Mozilla/5.0 (Linux; Android 9)')).toEqual(['SYSTEM', 'AMAP', 'BAIDU', 'TENCENT']);
  expect(mapAppsFor('Mozilla/5.0 (iPhone; CPU iPhone OS 13_0)')).toEqual([
    'APPLE',
    'AMAP',
    'BAIDU',
    'TENCENT',
  ]);
});
