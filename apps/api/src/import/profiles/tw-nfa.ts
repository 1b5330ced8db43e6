import type { HazardType, SpaceType } from '#regulation/enumerations';
import { readPersons } from '#regulation/quantities';
import { EMPTY_CONTENTS, type HazardAssessment } from '#regulation/registry/contents';
import { findColumns } from './header.ts';
import type { Profile } from './profile.ts';
import { echo, RowReader } from './row-reader.ts';

const FIELDS = {
  sourceId: ['序號'],
  jurisdictionCode: ['縣市及鄉鎮市區'],
  division: ['村里'],
  address: ['避難收容處所地址'],
  'position.longitude': ['經度'],
  'position.latitude': ['緯度'],
  name: ['避難收容處所名稱'],
  served: ['預計收容村里'],
  declaredCapacity: ['預計收容人數'],
  suitability: ['適用災害類別'],
  'contact.name': ['管理人姓名'],
  'contact.phone': ['管理人電話'],
  indoor: ['室內'],
  outdoor: ['室外'],
  vulnerable: ['適合避難弱者安置'],
} as const;

const REQUIRED = ['sourceId', 'jurisdictionCode', 'name', 'position.longitude', 'position.latitude'] as const;

const HAZARDS: Readonly<Record<string, HazardType>> = {
  水災: 'FLOOD',
  震災: 'EARTHQUAKE',
  土石流: 'GEOHAZARD',
  坡地災害: 'GEOHAZARD',
  海嘯: 'TSUNAMI',
  核子事故: 'NUCLEAR',
};

/** The list of 避難收容處所 as Taiwan's fire agency gives it out (version 9); WGS 84. */
export const TW_NFA: Profile = {
  name: 'tw-nfa',
  columns: (header) => findColumns(header, FIELDS),
  missing: (columns) => REQUIRED.filter((field) => !columns.has(field)).map((field) => FIELDS[field][0]),
  source: () => 'tw-nfa',
  map(row, columns) {
    const reader = new RowReader(row, columns);
    const place = reader.text('jurisdictionCode') ?? '';
    // 縣市 are three characters; what follows is the 鄉鎮市區.
    const county = place.slice(0, 3);
    const village = reader.text('division');
    const address = reader.text('address');
    const contents = {
      ...EMPTY_CONTENTS,
      name: reader.text('name') ?? '',
      division: `${place.slice(3)}${village ?? ''}` || null,
      address: address && !address.startsWith(county) ? `${place}${village ?? ''}${address}` : address,
      position: reader.position((longitude, latitude) => ({
        longitude,
        latitude,
        sourceCrs: 'WGS84' as const,
        rawLongitude: longitude,
        rawLatitude: latitude,
      })),
      declaredCapacity: reader.persons('declaredCapacity', readPersons),
      contact: { name: reader.text('contact.name'), phone: reader.text('contact.phone'), phone24h: null },
      suitability: readHazards(reader),
      spaceType: readSpace(reader),
      remarks: remarks(reader),
    };
    return {
      row: row.row,
      sourceId: reader.text('sourceId') ?? '',
      division: { code: null, name: county || null },
      county,
      // The list names no owner: the township that keeps it there stands in until one is known.
      unitName: place || null,
      contents,
      findings: reader.findings,
    };
  },
};

/** Hazards that are named are suitable; what is not named was not assessed. */
function readHazards(reader: RowReader): HazardAssessment[] {
  const named = (reader.text('suitability') ?? '').split(/[,、，;；\s]+/u).filter(Boolean);
  const hazards = new Set<HazardType>();
  for (const name of named) {
    const hazard = HAZARDS[name];
    if (hazard) hazards.add(hazard);
    else {
      const allowed = Object.keys(HAZARDS).join(',');
      reader.tell('IMPOSSIBLE', 'suitability', 'UNKNOWN_VALUE', { value: echo(name), allowed });
    }
  }
  return [...hazards].map((hazard) => ({
    hazard,
    suitability: 'SUITABLE' as const,
    assessedBy: null,
    assessedOn: null,
  }));
}

function readSpace(reader: RowReader): SpaceType {
  const [indoor, outdoor] = [reader.text('indoor') === '是', reader.text('outdoor') === '是'];
  if (indoor && outdoor) return 'MIXED';
  if (indoor) return 'INDOOR';
  return outdoor ? 'OUTDOOR' : 'UNKNOWN';
}

function remarks(reader: RowReader): string | null {
  const served = reader.text('served');
  const vulnerable = reader.text('vulnerable');
  const parts = [
    ...(served ? [`預計收容村里：${served}`] : []),
    ...(vulnerable ? [`適合避難弱者安置：${vulnerable}`] : []),
  ];
  return parts.join('\n') || null;
}
