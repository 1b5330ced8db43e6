import { HAZARD_TYPES } from '#regulation/enumerations';
import { fieldName } from '#regulation/field-names';
import { label } from '#regulation/labels';
import { suitabilityFor, type ShelterContents } from '#regulation/registry/contents';
import type { Content } from 'pdfmake';
import { dayOf, list, type Fact } from './sheet.ts';
import type { Words } from './words.ts';

/** The parts of a shelter's contents in words, for every paper that shows them. */

const GROUPED = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

export const named = (field: string): string => fieldName(field, 'zh-CN');

export function counted(value: number | null, unit: string): string | null {
  return value === null ? null : `${GROUPED.format(value)} ${unit}`;
}

export function placeFacts({ division, address, landmark, position }: ShelterContents): Fact[] {
  return [
    [named('division'), division],
    [named('address'), address],
    [named('landmark'), landmark],
    [
      '主出入口坐标',
      position && `经度 ${degrees(position.longitude)}，纬度 ${degrees(position.latitude)}（WGS 84）`,
    ],
  ];
}

/** The pair as it was given, for whoever checks the conversion. */
export function sourceFact({ position }: ShelterContents): Fact {
  return [
    named('position.sourceCrs'),
    position &&
      `${label('Crs', position.sourceCrs, 'zh-CN')}：${degrees(position.rawLongitude)}，${degrees(position.rawLatitude)}`,
  ];
}

export function sizeFacts(contents: ShelterContents): Fact[] {
  return [
    [named('areaSquareMeters'), counted(contents.areaSquareMeters, '平方米')],
    [named('effectiveAreaSquareMeters'), counted(contents.effectiveAreaSquareMeters, '平方米')],
    [named('declaredCapacity'), counted(contents.declaredCapacity, '人')],
    [named('blockedCapacity'), counted(contents.blockedCapacity, '人')],
    [named('capacityOverride'), counted(contents.capacityOverride, '人')],
  ];
}

export function kindFacts(contents: ShelterContents): Fact[] {
  return [
    [named('grade'), label('ShelterGrade', contents.grade, 'zh-CN')],
    [named('siteType'), label('SiteType', contents.siteType, 'zh-CN')],
    [named('spaceType'), label('SpaceType', contents.spaceType, 'zh-CN')],
    [named('durationClass'), label('DurationClass', contents.durationClass, 'zh-CN')],
    [named('standingKind'), label('StandingKind', contents.standingKind, 'zh-CN')],
    [named('petPolicy'), label('PetPolicy', contents.petPolicy, 'zh-CN')],
    [named('barrierFree'), label('Trinary', contents.barrierFree, 'zh-CN')],
  ];
}

export function facilityList(words: Words, { facilities }: ShelterContents): Content {
  return list(
    words,
    [34, '*', 50, 60, 170],
    ['序号', '设施', '数量', '状态', '维护单位'],
    facilities.map(({ type, quantity, state, maintainer }, index) => [
      index + 1,
      label('FacilityType', type, 'zh-CN'),
      quantity,
      label('FacilityState', state, 'zh-CN'),
      maintainer,
    ]),
  );
}

/** Every hazard: what nobody assessed is said to be so, never left out. */
export function hazardList(words: Words, contents: ShelterContents): Content {
  return list(
    words,
    [90, 90, '*', 96],
    ['灾害种类', '适用性', '评估单位', '评估日期'],
    HAZARD_TYPES.map((hazard) => {
      const suitability = suitabilityFor(contents, hazard);
      const assessed = contents.suitability.find((entry) => entry.hazard === hazard);
      const none = suitability === 'NOT_ASSESSED' ? '—' : null;
      return [
        label('HazardType', hazard, 'zh-CN'),
        label('Suitability', suitability, 'zh-CN'),
        assessed?.assessedBy ?? none,
        assessed?.assessedOn ? dayOf(assessed.assessedOn) : none,
      ];
    }),
  );
}

/** The same in two lines, for a sheet that has no room. */
export function hazardLine(contents: ShelterContents): string {
  const of = (suitability: string) =>
    HAZARD_TYPES.filter((hazard) => suitabilityFor(contents, hazard) === suitability).map((hazard) =>
      label('HazardType', hazard, 'zh-CN'),
    );
  const parts = ['SUITABLE', 'CONDITIONAL', 'UNSUITABLE'].flatMap((suitability) => {
    const hazards = of(suitability);
    return hazards.length > 0 ? [`${label('Suitability', suitability, 'zh-CN')}：${hazards.join('、')}`] : [];
  });
  return parts.length > 0 ? parts.join('；') : '各灾种均未评估';
}

function degrees(value: number): string {
  return value.toFixed(6);
}
