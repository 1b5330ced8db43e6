import { roomOf } from '../registry/shelter-standing.ts';
import type { OperationalStatus, PublicationStatus, Readiness } from '#regulation/enumerations';

/** One shelter as the public may know it: published facts, and beside them what it is doing now. */
export interface PublicRow {
  readonly shelterId: string;
  readonly code: string;
  readonly jurisdictionCode: string;
  readonly status: PublicationStatus;
  readonly announced: boolean;
  readonly name: string;
  readonly address: string | null;
  /** WGS 84 degrees. */
  readonly longitude: number;
  readonly latitude: number;
  /** Persons; null = unknown. */
  readonly usable: number | null;
  readonly occupied: number | null;
  /** One letter a hazard. */
  readonly letters: string;
  readonly zonePlanFileId: string | null;
  readonly operationalStatus: OperationalStatus;
  readonly readiness: Readiness;
  readonly lastConfirmedAt: string | null;
  /** Label of the edition; null when it was never published. */
  readonly edition: string | null;
  readonly demo: boolean;
}

/** Where a shelter's public facts come from. `publication` and `shelter` are joined as p and s. */
export interface PublicSource {
  readonly condition: string;
  readonly location: string;
  readonly usable: string;
  readonly letters: string;
  readonly columns: string;
}

const LIVE_COLUMNS = `p.shelter_id as "shelterId", p.code, p.jurisdiction_code as "jurisdictionCode", p.status, s.announced,
  s.occupied, s.operational_status as "operationalStatus", s.readiness, s.last_confirmed_at as "lastConfirmedAt", s.demo`;

/** The published version. */
export const PUBLISHED: PublicSource = {
  condition: `p.status = 'PUBLISHED' and s.deregistered_at is null`,
  location: 'p.location',
  usable: roomOf('s', 'p.usable_capacity'),
  letters: 'p.suitability',
  columns: `${LIVE_COLUMNS}, p.name, p.address, p.location, ${roomOf('s', 'p.usable_capacity')} as usable, p.suitability as letters,
    p.zone_plan_file_id as "zonePlanFileId", p.edition as edition_number`,
};

/** Announced in a live real activation and not published: then the version on file. */
export const ANNOUNCED: PublicSource = {
  condition: `p.announced and p.status <> 'PUBLISHED' and s.deregistered_at is null and s.location is not null`,
  location: 's.location',
  usable: roomOf('s'),
  letters: 's.suitability',
  columns: `${LIVE_COLUMNS}, s.name, s.address, s.location, ${roomOf('s')} as usable, s.suitability as letters,
    (s.contents->>'zonePlanFileId')::uuid as "zonePlanFileId", null::integer as edition_number`,
};

export const PUBLIC_FROM = `publication p join shelter s on s.id = p.shelter_id`;

/** The columns of PublicRow over rows that a source's columns gave, with `e` the edition. */
export function rowColumns(alias: string): string {
  const same = [
    '"shelterId"',
    'code',
    '"jurisdictionCode"',
    'status',
    'announced',
    'name',
    'address',
    'usable',
    'occupied',
    'letters',
    '"zonePlanFileId"',
    '"operationalStatus"',
    'readiness',
    '"lastConfirmedAt"',
    'demo',
  ];
  return `${same.map((column) => `${alias}.${column}`).join(', ')}, e.label as edition,
    st_x(${alias}.location::geometry) as longitude, st_y(${alias}.location::geometry) as latitude`;
}
