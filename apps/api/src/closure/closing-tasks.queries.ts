import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { ClosingTaskKind, ClosingTaskStage } from '#regulation/enumerations';
import DataLoader from 'dataloader';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import type { Office } from '../platform/office.ts';
import { ClosingTask } from './closing-task.entity.ts';
import { readOpeningMoments, type OpeningMoments } from './read-summary-draft.ts';

export interface ClosingTaskFilterFacts {
  readonly activationId?: string | null;
  readonly shelterId?: string | null;
  readonly kinds?: readonly ClosingTaskKind[] | null;
  readonly stages?: readonly ClosingTaskStage[] | null;
}

/** Tasks of Art. 26 within the actor's reach, those of the latest release first. */
export async function findClosingTasks(
  dataSource: DataSource,
  actor: Actor,
  filter: ClosingTaskFilterFacts,
  first: number,
  after: string | null,
): Promise<Connection<ClosingTask>> {
  const query = () => narrowed(readable(dataSource, actor), filter);
  const rows = query()
    .orderBy('task.openedAt', 'DESC')
    .addOrderBy('task.id', 'DESC')
    .limit(first + 1);
  const cursor = readCursor(after, 2);
  if (cursor) {
    rows.andWhere('(task.opened_at, task.id) < (cast(:at as timestamptz), cast(:id as uuid))', {
      at: String(cursor[0]),
      id: String(cursor[1]),
    });
  }
  return toConnection(
    await rows.getMany(),
    first,
    ({ openedAt, id }) => [openedAt.toISOString(), id],
    () => query().getCount(),
  );
}

/** One task, if the actor may read it. */
export function findClosingTask(
  dataSource: DataSource,
  actor: Actor,
  id: string,
): Promise<ClosingTask | null> {
  return readable(dataSource, actor).andWhere('task.id = :id', { id }).getOne();
}

/** The opening a task belongs to. */
export interface ClosedOpening {
  readonly orderNumber: string;
  readonly activationNumber: string;
  readonly eventName: string;
  readonly exercise: boolean;
  readonly decidedAt: Date;
  readonly releasedAt: Date;
}

/** What the rows of a page of tasks need of their openings: one reading of each, however many rows. */
export function closingLoaders({ dataSource }: Office, context: GraphqlContext) {
  return oncePerRequest(
    context,
    () => ({
      openings: new DataLoader<string, ClosedOpening>(async (ids) => {
        const rows = await dataSource.query<(ClosedOpening & { id: string })[]>(
          `select opened.id, opened.order_number as "orderNumber", activation.number as "activationNumber",
                  event.name as "eventName", opened.exercise, opened.decided_at as "decidedAt",
                  opened.released_at as "releasedAt"
           from activation_shelter opened
           join activation on activation.id = opened.activation_id
           join hazard_event event on event.id = activation.event_id
           where opened.id = any($1)`,
          [ids],
        );
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? new Error(`no opened shelter ${id}`));
      }),
      moments: new DataLoader<string, OpeningMoments>((ids) => readOpeningMoments(dataSource, ids)),
    }),
    closingLoaders,
  );
}

function readable(dataSource: DataSource, actor: Actor): SelectQueryBuilder<ClosingTask> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const query = dataSource.getRepository(ClosingTask).createQueryBuilder('task').where('true');
  if (everywhere) return query;
  return query.andWhere(
    `(task.jurisdictionCode = any(:jurisdictions) or exists (
       select 1 from shelter own where own.id = task.shelter_id and own.unit_id = any(:units)))`,
    { jurisdictions, units },
  );
}

function narrowed(
  query: SelectQueryBuilder<ClosingTask>,
  { activationId, shelterId, kinds, stages }: ClosingTaskFilterFacts,
): SelectQueryBuilder<ClosingTask> {
  if (activationId) query.andWhere('task.activationId = :activationId', { activationId });
  if (shelterId) query.andWhere('task.shelterId = :shelterId', { shelterId });
  if (kinds?.length) query.andWhere('task.kind = any(:kinds)', { kinds });
  if (stages?.length) query.andWhere('task.stage = any(:stages)', { stages });
  return query;
}
