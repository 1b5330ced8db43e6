import { selfCrossing } from '#geography/polygon';
import { toWgs84, type Crs } from '#geography/crs';
import { eventRefusals } from '#regulation/activation/event';
import { mayPerform, type ActName } from '#regulation/authority';
import type { AlertLevel, HazardType } from '#regulation/enumerations';
import type { Refusal } from '#regulation/refusal';
import type { MultiPolygon, Position } from 'geojson';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';

export interface AreaCorner {
  readonly longitude: number;
  readonly latitude: number;
  readonly crs?: Crs | null;
}

export interface NewEvent {
  /** The client's own id; a repeat with the same one answers the same event. */
  readonly key: string | null;
  readonly name: string;
  readonly hazard: HazardType;
  readonly level: AlertLevel | null;
  readonly exercise: boolean;
  readonly jurisdictionCodes: readonly string[];
  /** Outlines of the dangerous area, one list of corners each; empty = not drawn. */
  readonly area: readonly (readonly AreaCorner[])[];
  readonly peopleAffected: number | null;
  /** Null = now. */
  readonly occurredAt: Date | null;
}

/** Puts an event on record (Art. 22), or the scenario of an exercise (Art. 7). It opens nothing by itself. */
export function recordEvent(office: Office, officer: Officer, event: NewEvent): Promise<string> {
  return inTransaction(office.dataSource, (tx) => recordEventIn(tx, officer, event, office.clock.now()), {
    idempotent: event.key !== null,
  });
}

/** The same within the caller's transaction. */
export async function recordEventIn(
  tx: EntityManager,
  officer: Officer,
  event: NewEvent,
  at: Date,
): Promise<string> {
  if (event.key && (await recordedBefore(tx, event.key, officer.personId))) return event.key;
  const codes = [...new Set(event.jurisdictionCodes)];
  const act: ActName = event.exercise ? 'startExercise' : 'recordEvent';
  const appointments = codes.map((code) =>
    mayPerform(officer, act, { jurisdictionCode: code, unitId: null }),
  );
  const area = areaOf(event.area);
  refuseIfAny([
    ...(codes.length > 0 && appointments.includes(null) ? [noAuthority(act)] : []),
    ...eventRefusals({
      name: event.name,
      jurisdictions: codes,
      unknownJurisdictions: await unknownAmong(tx, codes),
      peopleAffected: event.peopleAffected,
      occurredAt: (event.occurredAt ?? at).getTime(),
      now: at.getTime(),
      areaPoints: event.area.reduce((sum, ring) => sum + ring.length, 0),
      areaSimple: area === null || area.coordinates.every(([ring]) => isOutline(ring ?? [])),
    }),
  ]);
  const id = event.key ?? uuidv7();
  await tx.query(
    `insert into hazard_event (id, name, hazard, level, exercise, area, jurisdictions, people_affected, occurred_at,
                               recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, st_setsrid(st_geomfromgeojson($6), 4326)::geography, $7, $8, $9, $10, $11)`,
    [
      id,
      event.name.trim(),
      event.hazard,
      event.level,
      event.exercise,
      area && JSON.stringify(area),
      codes,
      event.peopleAffected,
      event.occurredAt ?? at,
      officer.personId,
      at,
    ],
  );
  await writeLedgerEntry(tx, {
    process: 'event',
    act,
    article: event.exercise ? 7 : 22,
    at,
    by: officer,
    appointment: appointments[0] ?? null,
    jurisdictionCode: codes[0] ?? '',
    subjects: [{ kind: 'event', id, from: null, to: 'RECORDED' }],
    details: { hazard: event.hazard, level: event.level, exercise: event.exercise, jurisdictions: codes },
  });
  await tellChanges(
    tx,
    codes.map((jurisdictionCode) => ({ topic: 'ACTIVATION', jurisdictionCode, at })),
  );
  return id;
}

async function recordedBefore(tx: EntityManager, id: string, personId: string): Promise<boolean> {
  // Two sendings of one event wait for each other here, so that the second finds what the first made.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 0))`, [id]);
  const [before] = await tx.query<unknown[]>(
    `select 1 from hazard_event where id = $1 and recorded_by = $2`,
    [id, personId],
  );
  return before !== undefined;
}

async function unknownAmong(tx: EntityManager, codes: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ code: string }[]>(
    `select asked.code from unnest($1::text[]) as asked (code)
     where not exists (select 1 from jurisdiction known where known.code = asked.code)`,
    [codes],
  );
  return rows.map(({ code }) => code);
}

/** Every outline a polygon of its own, WGS 84, first corner repeated last. */
function areaOf(rings: NewEvent['area']): MultiPolygon | null {
  if (rings.length === 0) return null;
  return {
    type: 'MultiPolygon',
    coordinates: rings.map((corners) => {
      const ring: Position[] = corners.map(({ longitude, latitude, crs }) => [
        ...toWgs84(longitude, latitude, crs ?? 'WGS84'),
      ]);
      const [first] = ring;
      return [first ? [...ring, first] : ring];
    }),
  };
}

function isOutline(ring: readonly Position[]): boolean {
  return ring.length >= 4 && selfCrossing(ring) === null;
}

function noAuthority(act: ActName): Refusal {
  return { rule: 'activation/event', article: null, field: null, code: 'NO_AUTHORITY', params: { act } };
}
