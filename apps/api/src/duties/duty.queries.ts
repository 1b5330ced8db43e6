import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { DutyKind, DutyStage, OperationalStatus } from '#regulation/enumerations';
import DataLoader from 'dataloader';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import type { Office } from '../platform/office.ts';
import { organisationLoader } from '../identity/organisation-loader.ts';
import { Duty } from './duty.entity.ts';

export interface DutyFilterFacts {
  readonly activationId?: string | null;
  readonly activationShelterId?: string | null;
  readonly kinds?: readonly DutyKind[] | null;
  readonly stages?: readonly DutyStage[] | null;
  readonly mine?: boolean | null;
}

/** Duties within the actor's reach, newest first, those of one shelter together. */
export async function findDuties(
  dataSource: DataSource,
  actor: Actor,
  filter: DutyFilterFacts,
  first: number,
  after: string | null,
): Promise<Connection<Duty>> {
  const query = () => narrowed(readable(dataSource, actor), actor, filter);
  const rows = query()
    .orderBy('duty.id', 'DESC')
    .limit(first + 1);
  const cursor = readCursor(after, 1);
  if (cursor) rows.andWhere('duty.id < :cursor', { cursor: String(cursor[0]) });
  return toConnection(
    await rows.getMany(),
    first,
    ({ id }) => [id],
    () => query().getCount(),
  );
}

/** Those of the ids that the actor may read, in the order asked. */
export async function findDutiesById(
  dataSource: DataSource,
  actor: Actor,
  ids: readonly string[],
): Promise<Duty[]> {
  const found = await readable(dataSource, actor).andWhere('duty.id = any(:ids)', { ids }).getMany();
  return ids.flatMap((id) => found.find((duty) => duty.id === id.toLowerCase()) ?? []);
}

/** A duty's shelter as the department needs it. */
export interface DutySite {
  readonly shelterId: string;
  readonly code: string;
  readonly name: string;
  readonly address: string | null;
  readonly status: OperationalStatus;
  readonly occupied: number | null;
  readonly activationNumber: string;
  readonly exercise: boolean;
}

/** What a page of duties needs beside its rows: one query each, however many rows. */
export function dutyLoaders({ dataSource }: Office, context: GraphqlContext) {
  return oncePerRequest(
    context,
    () => ({
      organisations: organisationLoader(dataSource),
      sites: new DataLoader<string, DutySite>(async (ids) => {
        const rows = await dataSource.query<(DutySite & { id: string })[]>(
          `select opened.id, opened.shelter_id as "shelterId", shelter.code, shelter.name, shelter.address, opened.status,
                  opened.occupied, activation.number as "activationNumber", opened.exercise
           from activation_shelter opened
           join shelter on shelter.id = opened.shelter_id
           join activation on activation.id = opened.activation_id
           where opened.id = any($1)`,
          [ids],
        );
        return ids.map((id) => rows.find((row) => row.id === id) ?? new Error(`no opened shelter ${id}`));
      }),
    }),
    dutyLoaders,
  );
}

function readable(dataSource: DataSource, actor: Actor): SelectQueryBuilder<Duty> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const query = dataSource.getRepository(Duty).createQueryBuilder('duty').where('true');
  if (everywhere) return query;
  return query.andWhere(
    `(duty.jurisdictionCode = any(:jurisdictions) or exists (
       select 1 from shelter own where own.id = duty.shelter_id and own.unit_id = any(:units)))`,
    { jurisdictions, units },
  );
}

function narrowed(
  query: SelectQueryBuilder<Duty>,
  actor: Actor,
  { activationId, activationShelterId, kinds, stages, mine }: DutyFilterFacts,
): SelectQueryBuilder<Duty> {
  if (activationId) query.andWhere('duty.activationId = :activationId', { activationId });
  if (activationShelterId)
    query.andWhere('duty.activationShelterId = :activationShelterId', { activationShelterId });
  if (kinds?.length) query.andWhere('duty.kind = any(:kinds)', { kinds });
  if (stages?.length) query.andWhere('duty.stage = any(:stages)', { stages });
  if (mine) {
    const own = actor.appointments.filter(({ role }) => role === 'DUTY_DEPARTMENT');
    const deciding = actor.appointments.filter(({ role }) => role === 'DECIDER');
    query.andWhere(
      `((duty.organisationId = any(:own) and duty.jurisdictionCode = any(:served))
        or (duty.organisationId is null and duty.jurisdictionCode = any(:decided)))`,
      {
        own: own.map(({ organisationId }) => organisationId),
        served: own.flatMap(({ jurisdictions }) => jurisdictions),
        decided: deciding.flatMap(({ jurisdictions }) => jurisdictions),
      },
    );
  }
  return query;
}
