import { areaSquareMeters } from '#geography/polygon';
import { label } from '#regulation/labels';
import type { ShelterContents } from '#regulation/registry/contents';
import { computedCapacity } from '#regulation/site/computed-capacity';
import type { SiteContents } from '#regulation/site/contents';
import { DESIGN_ITEMS } from '#regulation/site/words';
import { counted, named } from './contents-facts.ts';
import { dayOf, type Fact } from './sheet.ts';

/** What is on file of the site, in words, in the order of the form. */
export function siteFacts(contents: ShelterContents): Fact[] {
  return (Object.keys(SAID) as (keyof SiteContents)[]).map((field) => [
    named(field),
    SAID[field](contents) || null,
  ]);
}

/** One for each field: the compiler demands that none is forgotten. */
const SAID: { [Field in keyof SiteContents]: (contents: ShelterContents) => string | null } = {
  boundary: ({ boundary }) => {
    if (!boundary) return null;
    const coordinates = boundary.parts.map((ring) => [ring]);
    const area = Math.round(areaSquareMeters({ type: 'MultiPolygon', coordinates }));
    return `${boundary.parts.length} 块，图上约 ${counted(area, '平方米')}（来源：${label('Crs', boundary.sourceCrs, 'zh-CN')}）`;
  },
  entrances: ({ entrances }) =>
    entrances
      .map(({ name, longitude, latitude, barrierFree }) =>
        joined('，', [
          name || '出入口',
          `经度 ${longitude.toFixed(6)}、纬度 ${latitude.toFixed(6)}`,
          barrierFree === 'UNKNOWN' ? null : `无障碍：${label('Trinary', barrierFree, 'zh-CN')}`,
        ]),
      )
      .join('；'),
  zones: ({ zones }) =>
    zones
      .map(({ type, name, areaSquareMeters: area }, index) =>
        joined(' ', [`${index + 1}.`, zoneName(type, name), counted(area, '平方米')]),
      )
      .join('；'),
  zonePlanPlacement: ({ zonePlanPlacement }) => (zonePlanPlacement ? '已铺在地图上' : null),
  capacityBasis: (contents) => {
    const basis = contents.capacityBasis;
    if (!basis) return null;
    const computed = computedCapacity(contents);
    return joined('，', [
      basis.standard,
      basis.dated && dayOf(basis.dated),
      basis.squareMetersPerPerson === null ? null : `每人 ${basis.squareMetersPerPerson} 平方米`,
      computed && `测算 ${counted(computed.persons, '人')}`,
    ]);
  },
  exposures: ({ exposures }) =>
    exposures
      .map(({ hazard, description, distanceMeters }) =>
        joined('，', [
          label('HazardType', hazard, 'zh-CN'),
          description,
          distanceMeters === null ? null : `距离 ${counted(distanceMeters, '米')}`,
        ]),
      )
      .join('；'),
  standards: ({ standards }) => standards.join('；'),
  designScheme: ({ designScheme }) => {
    if (designScheme.length === 0) return null;
    const answers = new Map(designScheme.map((answer) => [answer.item, answer]));
    return DESIGN_ITEMS.map((item, index) => {
      const { contained = 'UNKNOWN', note = null } = answers.get(item) ?? {};
      const said = joined('，', [
        contained === 'YES' ? '包含' : contained === 'NO' ? '不包含' : '不明',
        note,
      ]);
      return `${index + 1}. ${label('DesignItem', item, 'zh-CN')}：${said}`;
    }).join('；');
  },
  consultation: ({ consultation }) => {
    if (!consultation) return null;
    const { askedBy, askedOn, answeredBy, answeredOn, opinion } = consultation;
    return joined('；', [
      askedBy || askedOn ? joined('，', ['征求意见', askedBy, askedOn && dayOf(askedOn)]) : null,
      answeredBy || answeredOn ? joined('，', ['答复', answeredBy, answeredOn && dayOf(answeredOn)]) : null,
      opinion,
    ]);
  },
  ownership: ({ ownership }) => label('Ownership', ownership, 'zh-CN'),
  investment: ({ investment }) => label('Investment', investment, 'zh-CN'),
  fundingSource: ({ fundingSource }) => label('FundingSource', fundingSource, 'zh-CN'),
  budget: ({ budget }) => budget,
  contributions: ({ contributions }) =>
    contributions
      .map(({ kind, donor, given, valueYuan, receivedOn }) =>
        joined('，', [
          label('ContributionKind', kind, 'zh-CN'),
          donor || '未具名',
          given,
          valueYuan === null ? null : counted(valueYuan, '元'),
          receivedOn && dayOf(receivedOn),
        ]),
      )
      .join('；'),
};

/** A zone by the name of the plan, with what it is for. */
export function zoneName(type: string, name: string | null): string {
  const what = label('ZoneType', type, 'zh-CN');
  return name && name !== what ? `${name}（${what}）` : what;
}

function joined(between: string, parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(between);
}
