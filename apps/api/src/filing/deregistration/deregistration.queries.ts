import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { DeregistrationStage } from '#regulation/enumerations';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Deregistration } from './deregistration.entity.ts';

export interface DeregistrationFilterFacts {
  readonly jurisdictionCode?: string | null;
  readonly stages?: readonly DeregistrationStage[] | null;
  readonly text?: string | null;
}

/** Those that wait come first. */
const WAITS = `(deregistration.stage = 'ASKED')`;

/** Requests and deregistrations within the actor's reach: what waits first, then what moved last. */
export async function findDeregistrations(
  dataSource: DataSource,
  actor: Actor,
  filter: DeregistrationFilterFacts,
  first: number,
  after: string | null,
): Promise<Connection<Deregistration>> {
  const query = () => narrowed(readable(dataSource, actor), filter);
  const rows = query()
    .orderBy(WAITS, 'DESC')
    .addOrderBy('deregistration.changedAt', 'DESC')
    .addOrderBy('deregistration.id', 'DESC')
    .limit(first + 1);
  const [waits, at, id] = readCursor(after, 3) ?? [];
  if (waits !== undefined && at !== undefined && id !== undefined) {
    rows.andWhere(
      `(${WAITS}, deregistration.changed_at, deregistration.id)
         < (cast(:waits as boolean), cast(:at as timestamptz), cast(:id as uuid))`,
      { waits: waits === 1, at: String(at), id: String(id) },
    );
  }
  return toConnection(
    await rows.getMany(),
    first,
    ({ stage, changedAt, id: last }) => [stage === 'ASKED' ? 1 : 0, changedAt.toISOString(), last],
    () => query().getCount(),
  );
}

/** The latest of each shelter, null where there was none, in the order asked; one query for all. */
export async function findLatest(
  dataSource: DataSource,
  shelterIds: readonly string[],
): Promise<(Deregistration | null)[]> {
  const found = await dataSource
    .getRepository(Deregistration)
    .createQueryBuilder('deregistration')
    .where('deregistration.shelterId = any(:shelterIds)', { shelterIds })
    .distinctOn(['deregistration.shelterId'])
    .orderBy('deregistration.shelterId')
    .addOrderBy('deregistration.changedAt', 'DESC')
    .addOrderBy('deregistration.id', 'DESC')
    .getMany();
  const byShelter = new Map(found.map((latest) => [latest.shelterId, latest]));
  return shelterIds.map((id) => byShelter.get(id) ?? null);
}

function readable(dataSource: DataSource, actor: Actor): SelectQueryBuilder<Deregistration> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readFilings');
  const query = dataSource.getRepository(Deregistration).createQueryBuilder('deregistration').where('true');
  if (everywhere) return query;
  return query.andWhere(
    '(deregistration.jurisdictionCode = any(:jurisdictions) or deregistration.unitId = any(:units))',
    { jurisdictions, units },
  );
}

function narrowed(
  query: SelectQueryBuilder<Deregistration>,
  { jurisdictionCode, stages, text }: DeregistrationFilterFacts,
): SelectQueryBuilder<Deregistration> {
  if (jurisdictionCode)
    query.andWhere('deregistration.jurisdictionCode = :jurisdictionCode', { jurisdictionCode });
  if (stages?.length) query.andWhere('deregistration.stage = any(:stages)', { stages });
  if (text?.trim()) {
    query.andWhere(
      `exists (select 1 from shelter named where named.id = deregistration.shelter_id
         and (position(:text in named.name) > 0 or named.code = :text))`,
      { text: text.trim().slice(0, 100) },
    );
  }
  return query;
}
