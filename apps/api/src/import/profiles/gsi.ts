import type { HazardType } from '#regulation/enumerations';
import { EMPTY_CONTENTS, type HazardAssessment } from '#regulation/registry/contents';
import { findColumns } from './header.ts';
import type { Profile } from './profile.ts';
import { echo, RowReader } from './row-reader.ts';

const FIELDS = {
  sourceId: ['共通ID'],
  divisionCode: ['団体コード'],
  jurisdictionCode: ['都道府県名及び市町村名'],
  name: ['施設・場所名'],
  address: ['住所'],
  'position.latitude': ['緯度'],
  'position.longitude': ['経度'],
  remarks: ['備考'],
  others: ['その他市町村長が必要と認める事項'],
  received: ['受入対象者'],
  // One flag a hazard; the file of shelters (指定避難所) has none of them.
  FLOOD: ['洪水'],
  GEOHAZARD: ['崖崩れ、土石流及び地滑り'],
  STORM_SURGE: ['高潮'],
  EARTHQUAKE: ['地震'],
  TSUNAMI: ['津波'],
  FIRE: ['大規模な火事'],
  WATERLOGGING: ['内水氾濫'],
  VOLCANO: ['火山現象'],
} as const;

const FLAGS = [
  'FLOOD',
  'GEOHAZARD',
  'STORM_SURGE',
  'EARTHQUAKE',
  'TSUNAMI',
  'FIRE',
  'WATERLOGGING',
  'VOLCANO',
] as const satisfies HazardType[];

const REQUIRED = [
  'sourceId',
  'divisionCode',
  'jurisdictionCode',
  'name',
  'position.longitude',
  'position.latitude',
] as const;

const PREFECTURE = /^(北海道|東京都|京都府|大阪府|.{2,3}県)/u;

/** Japan's designated emergency evacuation sites, and designated shelters, as the GSI gives them out; WGS 84. */
export const GSI: Profile = {
  name: 'gsi',
  columns(header) {
    const columns = new Map(findColumns(header, FIELDS));
    const flag = FLAGS.map((hazard) => columns.get(hazard)).find(Boolean);
    if (flag) columns.set('suitability', flag);
    return columns;
  },
  missing: (columns) => REQUIRED.filter((field) => !columns.has(field)).map((field) => FIELDS[field][0]),
  // A school is on both lists under one number: two designations, two records.
  source: (columns) => (columns.has('suitability') ? 'gsi-sites' : 'gsi-shelters'),
  map(row, columns) {
    const reader = new RowReader(row, columns);
    const place = reader.text('jurisdictionCode') ?? '';
    const contents = {
      ...EMPTY_CONTENTS,
      name: reader.text('name') ?? '',
      address: reader.text('address'),
      position: reader.position((longitude, latitude) => ({
        longitude,
        latitude,
        sourceCrs: 'WGS84' as const,
        rawLongitude: longitude,
        rawLatitude: latitude,
      })),
      suitability: readFlags(reader),
      remarks:
        ['remarks', 'others', 'received']
          .flatMap((field) => reader.text(field, { lines: true }) ?? [])
          .join('\n') || null,
    };
    return {
      row: row.row,
      sourceId: reader.text('sourceId') ?? '',
      division: { code: reader.text('divisionCode'), name: place || null },
      county: PREFECTURE.exec(place)?.[0] ?? place,
      // The municipality designates the place and answers for the list.
      unitName: place || null,
      contents,
      findings: reader.findings,
    };
  },
};

/** 1 = suitable; blank = not assessed. */
function readFlags(reader: RowReader): HazardAssessment[] {
  return FLAGS.flatMap((hazard) => {
    const flag = reader.text(hazard);
    if (flag === null) return [];
    if (flag === '1')
      return [{ hazard, suitability: 'SUITABLE' as const, assessedBy: null, assessedOn: null }];
    reader.tell('IMPOSSIBLE', 'suitability', 'UNKNOWN_VALUE', { value: echo(flag), allowed: '1' }, hazard);
    return [];
  });
}
