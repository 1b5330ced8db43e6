import { EMPTY_CONTENTS, type ShelterContents } from '../registry/contents.ts';
import { BASIC_FACILITIES } from '../site/words.ts';
import type { ContentsFacts } from './check.ts';

/** For tests: a position near the city seat, as given and as stored. */
export function samplePosition(
  longitude = 111.2031,
  latitude = 34.7784,
): NonNullable<ShelterContents['position']> {
  return { longitude, latitude, sourceCrs: 'WGS84', rawLongitude: longitude, rawLatitude: latitude };
}

/** For tests: a filing with nothing missing, nothing impossible and nothing to advise, changed where told. */
export function sampleContents(change: Partial<ShelterContents> = {}): ShelterContents {
  return {
    ...EMPTY_CONTENTS,
    name: '陕州公园应急避难场所',
    position: samplePosition(),
    areaSquareMeters: 24_000,
    declaredCapacity: 6_000,
    facilities: [
      { type: 'WATER', quantity: 4, state: 'WORKING', maintainer: '市自来水公司' },
      ...[...BASIC_FACILITIES, 'SIGNS' as const]
        .filter((type) => type !== 'WATER')
        .map((type) => ({ type, quantity: 1, state: 'WORKING' as const, maintainer: null })),
    ],
    zonePlanFileId: 'zone-plan',
    contact: { name: '王主任', phone: '0398-2812345', phone24h: null },
    suitability: [{ hazard: 'EARTHQUAKE', suitability: 'SUITABLE', assessedBy: null, assessedOn: null }],
    spaceType: 'OUTDOOR',
    ...change,
  };
}

/** For tests: facts about the world that raise nothing. */
export function sampleFacts(change: Partial<ContentsFacts> = {}): ContentsFacts {
  return {
    jurisdictionName: '湖滨区',
    jurisdictionNameEn: 'Hubin District',
    boundary: 'INSIDE',
    today: '2026-03-01',
    ...change,
  };
}
