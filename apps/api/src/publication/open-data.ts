import { HAZARD_TYPES } from '#regulation/enumerations';
import { isStale, type StaleHours } from '#regulation/publication/eligibility';
import type { PublicContents } from '#regulation/publication/public-contents';
import { CSV_MARK, csvCell, type Cell } from '../platform/csv-cell.ts';
import { readSuitability } from '../registry/shelter-columns.ts';
import type { PublicRow } from './public-rows.ts';

/** Art. 18: published is for everybody. Said in every file. */
export const LICENCE =
  '可自由使用，请注明来源和版次；应急期间以现场公告为准。Free to use, naming source and edition; in an emergency, announcements on site prevail.';

/** A public row with everything the public may read of it. */
export type OpenRow = PublicRow & { readonly contents: PublicContents };

/** What a file says of itself. */
export interface DatasetFacts {
  /** Label of the current edition; null before the first. */
  readonly edition: string | null;
  readonly publishedAt: Date | null;
  /** Civil date by which the next regular edition is due; null before the first. */
  readonly nextEditionDue: string | null;
  /** When what the shelters are doing was read. */
  readonly asOf: Date;
  /** Jurisdictions in which a real activation was live then: there a confirmation ages faster. */
  readonly live: ReadonlySet<string>;
  /** Hours after which a confirmation is stale; the city's setting. */
  readonly staleHours: StaleHours;
}

/** What every file says of itself, and the manifest of all of them. */
export function saidOfAll({ live: _live, staleHours, ...facts }: DatasetFacts) {
  return { ...facts, staleAfterHours: staleHours, licence: LICENCE };
}

/** A file format: what comes first, each row (the first one is told), what comes last. */
export interface OpenFormat {
  readonly name: 'shelters.geojson' | 'shelters.csv';
  readonly mediaType: string;
  readonly head: (facts: DatasetFacts) => string;
  readonly row: (row: OpenRow, facts: DatasetFacts, isFirst: boolean) => string;
  readonly tail: string;
}

export const GEOJSON: OpenFormat = {
  name: 'shelters.geojson',
  mediaType: 'application/geo+json; charset=utf-8',
  head: (facts) => {
    const said = JSON.stringify({ type: 'FeatureCollection', ...saidOfAll(facts) });
    return `${said.slice(0, -1)},"features":[`;
  },
  row: (row, facts, isFirst) => `${isFirst ? '\n' : ',\n'}${JSON.stringify(feature(row, facts))}`,
  tail: '\n]}\n',
};

function feature(row: OpenRow, facts: DatasetFacts) {
  const { longitude, latitude, letters, usable, zonePlanFileId, contents } = row;
  const { position: _position, zonePlanFileId: _file, suitability: _told, ...told } = contents;
  return {
    type: 'Feature',
    id: row.code,
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: {
      code: row.code,
      ...told,
      jurisdictionCode: row.jurisdictionCode,
      usableCapacity: usable,
      suitability: suitabilityOf(letters),
      zonePlanUrl: zonePlanFileId && `/files/${zonePlanFileId}`,
      operationalStatus: row.operationalStatus,
      lastConfirmedAt: row.lastConfirmedAt,
      stale: isRowStale(row, facts),
      edition: row.edition,
      demo: row.demo,
    },
  };
}

/** Not confirmed for longer than practice allows, when the file was written. */
function isRowStale({ lastConfirmedAt, jurisdictionCode }: OpenRow, facts: DatasetFacts): boolean {
  const situation = facts.live.has(jurisdictionCode) ? 'LIVE' : 'QUIET';
  const confirmedAt = lastConfirmedAt === null ? null : Date.parse(lastConfirmedAt);
  return isStale(confirmedAt, { at: facts.asOf.getTime(), situation }, facts);
}

function suitabilityOf(letters: string) {
  return Object.fromEntries(HAZARD_TYPES.map((hazard) => [hazard, readSuitability(letters, hazard)]));
}

/** One column: its name and what it says of a row. Numbers are written as numbers, unknown as nothing. */
const COLUMNS: readonly (readonly [string, (row: OpenRow, facts: DatasetFacts) => Cell])[] = [
  ['code', (row) => row.code],
  ['name', (row) => row.name],
  ['aliases', ({ contents }) => contents.aliases.join('、')],
  ['jurisdictionCode', (row) => row.jurisdictionCode],
  ['division', ({ contents }) => contents.division],
  ['address', (row) => row.address],
  ['landmark', ({ contents }) => contents.landmark],
  ['longitude', (row) => row.longitude],
  ['latitude', (row) => row.latitude],
  ['usableCapacity', (row) => row.usable],
  ['declaredCapacity', ({ contents }) => contents.declaredCapacity],
  ['areaSquareMeters', ({ contents }) => contents.areaSquareMeters],
  ['siteType', ({ contents }) => contents.siteType],
  ['spaceType', ({ contents }) => contents.spaceType],
  ['grade', ({ contents }) => contents.grade],
  ['durationClass', ({ contents }) => contents.durationClass],
  ['standingKind', ({ contents }) => contents.standingKind],
  ['petPolicy', ({ contents }) => contents.petPolicy],
  ['barrierFree', ({ contents }) => contents.barrierFree],
  ['publicPhone', ({ contents }) => contents.publicPhone],
  ...HAZARD_TYPES.map((hazard) => [hazard, (row: OpenRow) => readSuitability(row.letters, hazard)] as const),
  ['zonePlanUrl', (row) => row.zonePlanFileId && `/files/${row.zonePlanFileId}`],
  ['operationalStatus', (row) => row.operationalStatus],
  ['lastConfirmedAt', (row) => row.lastConfirmedAt],
  ['stale', isRowStale],
  ['demo', (row) => row.demo],
  ['shelterEdition', (row) => row.edition],
  ['edition', (_row, facts) => facts.edition],
  ['publishedAt', (_row, facts) => facts.publishedAt?.toISOString() ?? null],
  ['asOf', (_row, facts) => facts.asOf.toISOString()],
  ['licence', () => LICENCE],
];

export const CSV: OpenFormat = {
  name: 'shelters.csv',
  mediaType: 'text/csv; charset=utf-8',
  head: () => `${CSV_MARK}${COLUMNS.map(([name]) => name).join(',')}\r\n`,
  row: (row, facts) => `${COLUMNS.map(([, read]) => csvCell(read(row, facts))).join(',')}\r\n`,
  tail: '',
};
