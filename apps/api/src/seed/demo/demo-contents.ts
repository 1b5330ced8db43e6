import { civilDateOf } from '#regulation/civil-date';
import type { FacilityType, HazardType, Suitability } from '#regulation/enumerations';
import { EMPTY_CONTENTS, type HazardAssessment, type ShelterContents } from '#regulation/registry/contents';
import type { DemoShelter, Ground } from './demo-shelters.ts';
import { demoSite } from './demo-sites.ts';
import { DAY_MS } from './story-events.ts';

const VERDICTS: Readonly<Record<Ground, Partial<Record<HazardType, Suitability>>>> = {
  OPEN: {
    EARTHQUAKE: 'SUITABLE',
    FLOOD: 'SUITABLE',
    FIRE: 'SUITABLE',
    GEOHAZARD: 'SUITABLE',
    WATERLOGGING: 'CONDITIONAL',
    STORM: 'UNSUITABLE',
    COLD: 'UNSUITABLE',
  },
  HALL: {
    EARTHQUAKE: 'CONDITIONAL',
    FLOOD: 'SUITABLE',
    WATERLOGGING: 'SUITABLE',
    STORM: 'SUITABLE',
    HIGH_TEMPERATURE: 'SUITABLE',
    COLD: 'SUITABLE',
  },
  RIVERSIDE: {
    EARTHQUAKE: 'SUITABLE',
    FIRE: 'SUITABLE',
    FLOOD: 'UNSUITABLE',
    WATERLOGGING: 'UNSUITABLE',
    STORM: 'UNSUITABLE',
  },
  HILLSIDE: { EARTHQUAKE: 'CONDITIONAL', FLOOD: 'SUITABLE', FIRE: 'CONDITIONAL', GEOHAZARD: 'UNSUITABLE' },
  UNASSESSED: {},
};
const OUTDOORS: readonly FacilityType[] = ['POWER', 'WATER', 'TOILET', 'BROADCAST', 'LIGHTING', 'SIGNS'];
const INDOORS: readonly FacilityType[] = ['MEDICAL', 'FIRE', 'VENTILATION', 'BARRIER_FREE_ACCESS'];

/** What the filing of an invented shelter says, as of the day it is filed. `place` is its row in the list, from 0. */
export function demoContents(
  shelter: DemoShelter,
  place: number,
  zonePlanFileId: string,
  filedAt: Date,
): ShelterContents {
  const day = (daysBefore: number) => civilDateOf(new Date(filedAt.getTime() - daysBefore * DAY_MS));
  const indoors = shelter.space !== 'OUTDOOR';
  // 0398-000xxxx and 000xxxx endings are not given to anybody.
  const phone = (series: number) => `0398-000${series}${String(100 + place)}`;
  const { longitude, latitude, squareMeters, persons, division, landmark } = shelter;
  return {
    ...EMPTY_CONTENTS,
    ...demoSite(place, shelter),
    name: shelter.name,
    division,
    address: `${division}演示路 ${place * 2 + 1} 号`,
    landmark,
    position: { longitude, latitude, sourceCrs: 'CGCS2000', rawLongitude: longitude, rawLatitude: latitude },
    areaSquareMeters: squareMeters,
    effectiveAreaSquareMeters: Math.round(squareMeters * 0.7),
    declaredCapacity: persons,
    facilities: [...OUTDOORS, ...(indoors ? INDOORS : [])].map((type, index) => ({
      type,
      quantity: type === 'TOILET' ? Math.ceil(persons / 200) : 1 + ((place + index) % 3),
      state: (place + index) % 17 === 0 ? 'FAILED' : (place + index) % 11 === 0 ? 'UNKNOWN' : 'WORKING',
      maintainer: null,
    })),
    zonePlanFileId,
    contact: { name: `演示联系人 ${place + 1}`, phone: phone(1), phone24h: phone(2) },
    publicPhone: phone(3),
    suitability: Object.entries(VERDICTS[shelter.ground]).map(([hazard, suitability]): HazardAssessment => ({
      hazard: hazard as HazardType,
      suitability,
      assessedBy: '演示评估机构',
      assessedOn: day(60),
    })),
    siteType: shelter.site,
    spaceType: shelter.space,
    grade: shelter.grade,
    durationClass: shelter.duration,
    standingKind: 'PERMANENT',
    petPolicy: indoors ? 'NONE' : 'ON_SITE',
    barrierFree: place % 3 === 0 ? 'YES' : 'UNKNOWN',
    seismicEvidence: indoors && place % 4 !== 3 ? '抗震设防烈度 7 度，竣工验收备案表（演示）' : null,
    acceptedOn: day(90),
    handedOverOn: day(75),
    remarks: '演示数据，纯属虚构。',
  };
}
