import { readPair } from '#geography/coordinates';
import { toWgs84, type Crs } from '#geography/crs';
import { readPersons, readSquareMeters, readNumber, isBlankText } from '#regulation/quantities';
import { EMPTY_CONTENTS, type HazardAssessment, type ShelterContents } from '#regulation/registry/contents';
import { createHash } from 'node:crypto';
import { BETWEEN, date, known, word } from './own-cells.ts';
import { isExampleMark, missingOwnColumns, ownColumns } from './own-columns.ts';
import { readSite } from './own-site.ts';
import type { MappedRow, Profile } from './profile.ts';
import { echo, RowReader } from './row-reader.ts';

/** The registry's own template, in Chinese or English: the contents of Art. 14 with the coordinate system named. */
export const OWN: Profile = {
  name: 'own',
  columns: ownColumns,
  missing: missingOwnColumns,
  source: () => 'own',
  isExample(row, columns) {
    const column = columns.get('sourceId');
    return column !== undefined && isExampleMark(row.cells[column.index] ?? '');
  },
  map(row, columns) {
    const reader = new RowReader(row, columns);
    const place = reader.text('jurisdictionCode');
    const contents = readContents(reader);
    return {
      row: row.row,
      sourceId: reader.text('sourceId') ?? ownNumber(contents),
      division: { code: place, name: place },
      county: place ?? '',
      unitName: reader.text('unitId'),
      contents,
      findings: reader.findings,
    } satisfies MappedRow;
  },
};

function readContents(reader: RowReader): ShelterContents {
  return {
    ...EMPTY_CONTENTS,
    name: reader.text('name') ?? '',
    aliases: (reader.text('aliases') ?? '')
      .split(BETWEEN)
      .map((name) => name.trim())
      .filter(Boolean),
    division: reader.text('division'),
    address: reader.text('address'),
    landmark: reader.text('landmark'),
    position: readPosition(reader),
    areaSquareMeters: reader.number('areaSquareMeters', readSquareMeters),
    effectiveAreaSquareMeters: reader.number('effectiveAreaSquareMeters', readSquareMeters),
    declaredCapacity: reader.persons('declaredCapacity', readPersons),
    facilities: readFacilities(reader),
    contact: {
      name: reader.text('contact.name'),
      phone: reader.text('contact.phone'),
      phone24h: reader.text('contact.phone24h'),
    },
    publicPhone: reader.text('publicPhone'),
    suitability: readSuitability(reader),
    siteType: word(reader, 'siteType', 'SiteType') ?? 'UNKNOWN',
    spaceType: word(reader, 'spaceType', 'SpaceType') ?? 'UNKNOWN',
    grade: word(reader, 'grade', 'ShelterGrade') ?? 'UNKNOWN',
    durationClass: word(reader, 'durationClass', 'DurationClass') ?? 'UNKNOWN',
    standingKind: word(reader, 'standingKind', 'StandingKind') ?? 'UNKNOWN',
    petPolicy: word(reader, 'petPolicy', 'PetPolicy') ?? 'UNKNOWN',
    barrierFree: word(reader, 'barrierFree', 'Trinary') ?? 'UNKNOWN',
    seismicEvidence: reader.text('seismicEvidence', { lines: true }),
    acceptedOn: date(reader, 'acceptedOn'),
    handedOverOn: date(reader, 'handedOverOn'),
    remarks: reader.text('remarks', { lines: true }),
    ...readSite(reader),
  };
}

/** Without a coordinate system named, WGS 84 as everywhere in the registry; told, for 500 m hang on it. */
function readPosition(reader: RowReader): ShelterContents['position'] {
  const named = word(reader, 'position.sourceCrs', 'Crs');
  const position = readPoint(reader, named ?? 'WGS84');
  const told = reader.findings.some(({ field }) => field === 'position.sourceCrs');
  if (position && named === null && !told) reader.tell('ADVICE', 'position.sourceCrs', 'CRS_ASSUMED');
  return position;
}

function readPoint(reader: RowReader, crs: Crs): ShelterContents['position'] {
  const place = (rawLongitude: number, rawLatitude: number) => {
    const possible = Math.abs(rawLongitude) <= 180 && Math.abs(rawLatitude) <= 90;
    const [longitude, latitude] = possible
      ? toWgs84(rawLongitude, rawLatitude, crs)
      : [rawLongitude, rawLatitude];
    return { longitude, latitude, sourceCrs: crs, rawLongitude, rawLatitude };
  };
  const both = reader.text('coordinates');
  if (both === null || isBlankText(both)) return reader.position(place);
  const { value } = readPair(both);
  if (value) return place(value.longitude, value.latitude);
  reader.tell('IMPOSSIBLE', 'position', 'NOT_A_NUMBER', { value: echo(both) }, 'coordinates');
  return null;
}

/** Three columns of hazards, one for each verdict; what none of them names was not assessed. */
function readSuitability(reader: RowReader): HazardAssessment[] {
  const verdicts = [
    ['suitability', 'SUITABLE'],
    ['conditional', 'CONDITIONAL'],
    ['unsuitable', 'UNSUITABLE'],
  ] as const;
  return verdicts.flatMap(([field, suitability]) =>
    (reader.text(field) ?? '')
      .split(BETWEEN)
      .filter((name) => name.trim() !== '')
      .flatMap((name) => {
        const hazard = known(reader, field, 'HazardType', name.trim());
        return hazard ? [{ hazard, suitability, assessedBy: null, assessedOn: null }] : [];
      }),
  );
}

/** 应急供水 2 正常；厕所 10: kind, how many, in what state, the last two as far as they are known. */
function readFacilities(reader: RowReader): ShelterContents['facilities'] {
  return (reader.text('facilities', { lines: true }) ?? '')
    .split(BETWEEN)
    .filter((entry) => entry.trim() !== '')
    .flatMap((entry) => {
      const [, kind = '', count, state] = FACILITY.exec(entry.trim()) ?? [];
      const type = known(reader, 'facilities', 'FacilityType', kind || entry.trim());
      if (!type) return [];
      const quantity = count === undefined ? null : readNumber(count);
      const found = state ? known(reader, 'facilities', 'FacilityState', state) : null;
      return [{ type, quantity, state: found ?? 'UNKNOWN', maintainer: null }];
    });
}

const FACILITY =
  /^(.+?)(?:[\s×x*:：]*(\d+)\s*(?:处|个|台|套|座|间|组|部|盏)?)?(?:\s*[(（]?(正常|失效|缺失|不明|working|failed|missing|unknown)[)）]?)?$/iu;

/** A list without numbers of its own: the same name, township and kind of space mean the same place. */
function ownNumber({ name, division, spaceType }: ShelterContents): string {
  return createHash('sha256').update([name, division, spaceType].join('\n')).digest('hex').slice(0, 32);
}
