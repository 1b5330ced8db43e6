import { mayPerform, reach } from '#regulation/authority';
import { headCountDifference } from '#regulation/occupancy/occupied';
import { availableCapacity } from '#regulation/registry/usable-capacity';
import type { ActivationStage, OperationalStatus } from '#regulation/enumerations';
import type { DataSource } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { isPostMember } from '../registry/post-membership.ts';
import { roomOf } from '../registry/shelter-standing.ts';
import { GateEntry } from './gate-records.entity.ts';
import type { GateConflictType, HeadCountType, TransferTargetType } from './gate.types.ts';
import { Stay } from './stay.entity.ts';

/** A gate as it is read; what is below it is asked for when it is wanted. */
export interface GateFacts {
  readonly activationShelterId: string;
  readonly activationId: string;
  readonly shelterId: string;
  readonly jurisdictionCode: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly exercise: boolean;
  readonly status: OperationalStatus;
  readonly stage: ActivationStage;
  readonly releasedAt: Date | null;
  readonly usable: number | null;
  readonly occupied: number | null;
  readonly available: number | null;
  readonly asOf: Date | null;
  readonly staying: number;
  readonly counted: number;
  readonly postMember: boolean;
}

/** A gate, if the actor may read the registry there or may act at it. */
export async function findGate(
  dataSource: DataSource,
  officer: Officer,
  id: string,
): Promise<GateFacts | null> {
  const [row] = await dataSource.query<Omit<GateFacts, 'available' | 'postMember'>[]>(
    `select opened.id as "activationShelterId", opened.activation_id as "activationId", opened.shelter_id as "shelterId",
            opened.jurisdiction_code as "jurisdictionCode", shelter.unit_id as "unitId", shelter.code, shelter.name,
            opened.exercise, opened.status, activation.stage, opened.released_at as "releasedAt",
            ${roomOf('shelter')} as usable, opened.occupied, tally.changed_at as "asOf",
            coalesce(tally.staying, 0) as staying, coalesce(tally.counted, 0) as counted
     from activation_shelter opened
     join activation on activation.id = opened.activation_id
     join shelter on shelter.id = opened.shelter_id
     left join gate_tally tally on tally.activation_shelter_id = opened.id
     where opened.id = $1`,
    [id],
  );
  if (!row) return null;
  const postMember = await isPostMember(dataSource.manager, id, officer.personId);
  const { everywhere, jurisdictions, units } = reach(officer, 'readRegistry');
  const reads = everywhere || jurisdictions.includes(row.jurisdictionCode) || units.includes(row.unitId);
  return reads || postMember
    ? { ...row, postMember, available: availableCapacity(row.usable, row.occupied) }
    : null;
}

/** Who works at a gate sees its households and its log; who only reads the board does not. */
export function worksAt(officer: Officer, { jurisdictionCode, unitId, postMember }: GateFacts): boolean {
  return mayPerform(officer, 'checkIn', { jurisdictionCode, unitId, postMember }) !== null;
}

/** Households of a gate, newest first; by card code when one is given. */
export async function findStays(
  dataSource: DataSource,
  gateId: string,
  { cardCode, inside }: { readonly cardCode: string | null; readonly inside: boolean },
  first: number,
  after: string | null,
): Promise<Connection<Stay>> {
  const query = () => {
    const stays = dataSource
      .getRepository(Stay)
      .createQueryBuilder('stay')
      .where('stay.activationShelterId = :gateId', { gateId });
    if (inside) stays.andWhere('stay.checkedOutAt is null');
    if (cardCode) stays.andWhere('stay.cardCode = :cardCode', { cardCode: cardCode.toUpperCase() });
    return stays;
  };
  const rows = query()
    .orderBy('stay.checkedInAt', 'DESC')
    .addOrderBy('stay.id', 'DESC')
    .limit(first + 1);
  const cursor = readCursor(after, 2);
  if (cursor)
    rows.andWhere('(stay.checkedInAt, stay.id) < (:at::timestamptz, :id::uuid)', {
      at: cursor[0],
      id: cursor[1],
    });
  return toConnection(
    await rows.getMany(),
    first,
    ({ checkedInAt, id }) => [checkedInAt.toISOString(), id],
    () => query().getCount(),
  );
}

/** The log of a gate, newest first. */
export function findEntries(dataSource: DataSource, gateId: string, first: number): Promise<GateEntry[]> {
  return dataSource
    .getRepository(GateEntry)
    .createQueryBuilder('entry')
    .where('entry.activationShelterId = :gateId', { gateId })
    .orderBy('entry.receivedAt', 'DESC')
    .addOrderBy('entry.happenedAt', 'DESC')
    .addOrderBy('entry.id', 'DESC')
    .limit(first)
    .getMany();
}

export async function findLastHeadCount(
  dataSource: DataSource,
  gateId: string,
): Promise<HeadCountType | null> {
  const [row] = await dataSource.query<{ counted: number; inside: number | null; at: Date }[]>(
    `select persons as counted, inside, happened_at as at from gate_entry
     where activation_shelter_id = $1 and kind = 'HEAD_COUNT' order by happened_at desc, received_at desc limit 1`,
    [gateId],
  );
  return row ? { ...row, difference: headCountDifference(row.counted, row.inside) } : null;
}

export function findOpenConflicts(dataSource: DataSource, gateId: string): Promise<GateConflictType[]> {
  return dataSource.query<GateConflictType[]>(
    `select conflict.id, conflict.kind, conflict.persons, conflict.entry_id as "entryId", shelter.code as "otherCode",
            shelter.name as "otherName", conflict.found_at as "foundAt", conflict.resolved_at as "resolvedAt",
            conflict.resolution
     from gate_conflict conflict
     left join activation_shelter other on other.id = conflict.other_id
     left join shelter on shelter.id = other.shelter_id
     where conflict.activation_shelter_id = $1 and conflict.resolved_at is null
     order by conflict.found_at, conflict.id limit 200`,
    [gateId],
  );
}

/** Opened shelters of the same activation that can take people, the roomiest first; unknown room after known room. */
export function findTargets(dataSource: DataSource, gate: GateFacts): Promise<TransferTargetType[]> {
  return dataSource.query<TransferTargetType[]>(
    `select opened.id as "activationShelterId", shelter.code, shelter.name, opened.status,
            ${roomOf('shelter')} - opened.occupied as available
     from activation_shelter opened join shelter on shelter.id = opened.shelter_id
     where opened.activation_id = $1 and opened.id <> $2 and opened.released_at is null and opened.status <> 'DAMAGED'
     order by available desc nulls last, opened.order_number limit 200`,
    [gate.activationId, gate.activationShelterId],
  );
}
