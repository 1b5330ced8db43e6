import { FIELD_NAMES } from '#regulation/field-names';
import { findColumns } from './header.ts';
import type { Columns } from './profile.ts';

/** Every field of the template and what else its column is called in lists in use. The names of the forms come first. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  sourceId: ['编号', '序号', 'Number', 'Id'],
  jurisdictionCode: ['县（市、区）', '县市区', '区县', '辖区', '辖区代码', '所在县区', 'County'],
  unitId: ['产权单位', '管理单位', '管理责任单位', '产权（管理）单位', 'Owner', 'Manager', 'Unit'],
  name: ['名称', '避难场所名称', '避难场所', '场所', 'Shelter'],
  aliases: ['曾用名'],
  division: ['乡镇', '乡镇（街道）', '街道', '社区', '村（社区）', 'Township'],
  address: ['详细地址', '地点'],
  landmark: ['标志物'],
  coordinates: ['经纬度', '坐标', 'Coordinates'],
  'position.longitude': ['lng', 'lon', 'X坐标'],
  'position.latitude': ['lat', 'Y坐标'],
  'position.sourceCrs': ['坐标系统', 'crs'],
  areaSquareMeters: ['总面积', '占地面积', '场地面积'],
  effectiveAreaSquareMeters: ['有效面积'],
  declaredCapacity: ['容纳人数', '可容纳人数', '可安置人数', '避难人数', '容量', 'Persons'],
  facilities: ['配套设施', '设施设备', '设施'],
  'contact.name': ['联系人', '负责人', 'Contact', 'Contact person'],
  'contact.phone': ['联系电话', '电话', '手机', 'Phone'],
  'contact.phone24h': ['24小时电话', '值班电话'],
  publicPhone: ['公众电话'],
  suitability: ['适用灾害种类', '适用灾种', 'Hazards'],
  conditional: ['有条件适用灾害', 'Conditionally suitable'],
  unsuitable: ['不适用灾害', 'Unsuitable'],
  siteType: ['场所类型', '类型', 'Site type'],
  spaceType: ['室内外', '室内/室外', '空间类型', 'Space type'],
  grade: ['场所级别', '等级'],
  durationClass: ['避难时长', '时长类别', 'Duration'],
  standingKind: ['常设/临时', 'Standing'],
  petPolicy: ['宠物'],
  barrierFree: ['无障碍设施'],
  seismicEvidence: ['抗震设防', '抗震依据'],
  acceptedOn: ['竣工验收时间', '验收日期'],
  handedOverOn: ['移交时间'],
  remarks: ['说明', 'Notes'],
};

const HEADERS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(ALSO).map(([field, also]) => [field, [...(FIELD_NAMES[field] ?? []), ...also]]),
);

export function ownColumns(header: readonly string[]): Columns {
  return findColumns(header, HEADERS);
}

/** A list needs names, and places, in two columns or in one. */
export function missingOwnColumns(columns: Columns): string[] {
  const first = (field: string) => HEADERS[field]?.[0] ?? field;
  const places = columns.has('coordinates') ? [] : ['position.longitude', 'position.latitude'];
  return ['name', ...places].filter((field) => !columns.has(field)).map(first);
}

/** The header row of the empty template, in Chinese. */
export const OWN_TEMPLATE: readonly string[] = Object.entries(HEADERS)
  .filter(([field]) => field !== 'coordinates')
  .map(([, headers]) => headers[0] ?? '');
