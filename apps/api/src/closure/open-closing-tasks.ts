import type { Consequence } from '#regulation/consequences';
import { CLOSING_TASK_KINDS } from '#regulation/enumerations';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

/** Art. 26: a shelter that is released owes summary, repair and aftermath. The entry of its release is on record. */
export async function openClosingTasks(
  tx: EntityManager,
  { activationShelterIds, at }: Extract<Consequence, { kind: 'OPEN_CLOSING_TASKS' }>,
): Promise<void> {
  const ids = activationShelterIds.flatMap(() => CLOSING_TASK_KINDS.map(() => uuidv7()));
  await tx.query(
    `insert into closing_task (id, activation_id, activation_shelter_id, shelter_id, jurisdiction_code, kind, stage, opened_at)
     select ($2::uuid[])[row_number() over ()], activation_id, id, shelter_id, jurisdiction_code, kind, 'OPEN', $4
     from activation_shelter cross join unnest($3::text[]) as kind
     where id = any($1)`,
    [activationShelterIds, ids, CLOSING_TASK_KINDS, at],
  );
}

/** Whether any shelter of the activation still owes something of Art. 26. */
export async function owesClosing(tx: EntityManager, activationId: string): Promise<boolean> {
  const [left] = await tx.query<unknown[]>(
    `select 1 from closing_task where activation_id = $1 and stage = 'OPEN' limit 1`,
    [activationId],
  );
  return left !== undefined;
}
