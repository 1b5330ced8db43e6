import { FIELD_NAMES } from '#regulation/field-names';
import type { Language } from '#regulation/labels';
import { checkMapping, type ColumnMapping } from '#regulation/import/column-mapping';
import type { Refusal } from '#regulation/refusal';
import { findColumns, plainHeader } from './header.ts';
import type { Columns } from './profile.ts';

/** Every field of the template and what else its column is called in lists in use. The names of the forms come first. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  sourceId: ['编号', '序号', 'Number', 'Id', 'No'],
  jurisdictionCode: [
    '县（市、区）',
    '县市区',
    '区县',
    '辖区',
    '辖区代码',
    '所在县区',
    '县区',
    'County',
    'District',
  ],
  unitId: [
    '产权单位',
    '管理单位',
    '管理责任单位',
    '产权（管理）单位',
    '权属单位',
    'Owner',
    'Manager',
    'Unit',
  ],
  name: ['名称', '避难场所名称', '避难场所', '场所', 'Shelter', 'Shelter name'],
  aliases: ['曾用名'],
  division: ['乡镇', '乡镇（街道）', '街道', '社区', '村（社区）', '所属乡镇', 'Township', 'Community'],
  address: ['详细地址', '地点', '场所地址', '位置', 'Location'],
  landmark: ['标志物', '标志性建筑'],
  coordinates: ['经纬度', '坐标', 'Coordinates'],
  'position.longitude': ['lng', 'lon', 'long', 'X坐标', '东经'],
  'position.latitude': ['lat', 'Y坐标', '北纬'],
  'position.sourceCrs': ['坐标系统', 'crs'],
  areaSquareMeters: ['总面积', '占地面积', '场地面积'],
  effectiveAreaSquareMeters: ['有效面积'],
  declaredCapacity: ['容纳人数', '可容纳人数', '可安置人数', '避难人数', '安置人数', '容量', 'Persons'],
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
  zones: ['功能分区', '功能区面积'],
  'capacityBasis.standard': ['容量标准'],
  'capacityBasis.dated': ['标准实施日期'],
  'capacityBasis.squareMetersPerPerson': ['人均避难面积', '人均有效避难面积'],
  standards: ['执行标准', '设计标准'],
  ownership: ['产权性质', '权属性质'],
  investment: ['投资主体'],
  fundingSource: ['经费来源', '资金来源'],
  budget: ['预算'],
  remarks: ['说明', 'Notes'],
};

const HEADERS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(ALSO).map(([field, also]) => [field, [...(FIELD_NAMES[field] ?? []), ...also]]),
);

/** The fields a column can be given to, those first that every list has. */
export const OWN_FIELDS: readonly string[] = Object.keys(ALSO);

/** Stands in the number column of the row that shows how to fill the template in. */
export const EXAMPLE_MARK: Readonly<Record<Language, string>> = {
  'zh-CN': '示例（导入时忽略）',
  en: 'Example (not imported)',
};

/** Added to a list that is given back; they say nothing when it comes again. */
export const FINDINGS_HEADINGS: Readonly<Record<Language, readonly [state: string, findings: string]>> = {
  'zh-CN': ['导入状态', '发现与处理办法'],
  en: ['Import status', 'Findings and what to do'],
};

export function isFindingsHeading(heading: string): boolean {
  return Object.values(FINDINGS_HEADINGS).some((headings) => headings.includes(heading));
}

export function isExampleMark(cell: string): boolean {
  return ['示例', 'example'].includes(plainHeader(cell));
}

/** What the column of a field is called in the template. */
export function ownHeading(field: string, language: Language): string {
  const [chinese, english] = FIELD_NAMES[field] ?? [field, field];
  return language === 'zh-CN' ? chinese : english;
}

/** Without these a list means nothing; one column may hold both parts of the position. */
export const REQUIRED_FIELDS: readonly string[] = ['name', 'position.longitude', 'position.latitude'];

export function ownColumns(header: readonly string[]): Columns {
  return findColumns(header, HEADERS);
}

/** Columns as a person says; a column without a heading is called by its letter. */
export function mappedColumns(mapping: ColumnMapping): Columns {
  return new Map(
    mapping.flatMap(({ position, header, field }) =>
      field === null ? [] : [[field, { index: position - 1, header: header || columnLetter(position) }]],
    ),
  );
}

export function checkOwnMapping(mapping: ColumnMapping): Refusal[] {
  return checkMapping(mapping, new Set(OWN_FIELDS));
}

/** The field whose longest name stands within a heading nobody listed; null when none does. A guess, to be looked at. */
export function resemblingField(header: string): string | null {
  const plain = plainHeader(header);
  const within = Object.entries(HEADERS)
    .flatMap(([field, names]) => names.map((name) => ({ field, name: plainHeader(name) })))
    .filter(({ name }) => name.length >= 2 && plain.includes(name));
  return within.toSorted((a, b) => b.name.length - a.name.length)[0]?.field ?? null;
}

/** A list needs names, and places, in two columns or in one. */
export function missingOwnColumns(columns: Columns): string[] {
  const first = (field: string) => HEADERS[field]?.[0] ?? field;
  const places = columns.has('coordinates') ? [] : ['position.longitude', 'position.latitude'];
  return ['name', ...places].filter((field) => !columns.has(field)).map(first);
}

/** As spreadsheets name columns: 1 = A, 27 = AA. */
function columnLetter(position: number): string {
  const [rest, last] = [Math.floor((position - 1) / 26), (position - 1) % 26];
  return `${rest > 0 ? columnLetter(rest) : ''}${String.fromCodePoint(65 + last)}`;
}
