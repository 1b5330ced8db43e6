import type { DataSource } from 'typeorm';
import type { Office } from '../office.ts';
import type { ChangeTopic } from './change.ts';
import { SCOPE_SQL, scopeParameters, type Scope, type Selection } from './scope.ts';

/** A change with its public number. */
export interface ToldChange {
  readonly seq: number;
  readonly topic: ChangeTopic;
  readonly jurisdictionCode: string;
  readonly unitId: string | null;
  readonly activationId: string | null;
  readonly shelterId: string | null;
  readonly at: Date;
}

/** What lies after a number: how far it goes, whether that was all, and the changes. */
export interface Later {
  /** The last number given. */
  readonly head: number;
  /** False when some of what came after the number is cleared away, or the number was never given. */
  readonly whole: boolean;
  readonly changes: ToldChange[];
}

/** A row of what comes later; of a change nothing when there is none. */
export type LaterRow = { readonly head: string; readonly oldest: string | null } & {
  readonly [Column in keyof ToldChange]: ToldChange[Column] | null;
};

const COLUMNS = `outbox.seq, outbox.topic, outbox.jurisdiction_code as "jurisdictionCode", outbox.unit_id as "unitId",
  outbox.activation_id as "activationId", outbox.shelter_id as "shelterId", outbox.at`;

/** The last number given. */
export async function lastNumber(dataSource: DataSource): Promise<number> {
  const [row] = await dataSource.query<{ seq: string }[]>(`select seq from outbox_head where id = 1`);
  return Number(row?.seq ?? 0);
}

/** How many changes were committed and not yet told. */
export async function countWaitingChanges({ dataSource }: Pick<Office, 'dataSource'>): Promise<number> {
  const [row] = await dataSource.query<{ waiting: number }[]>(
    `select count(*)::int as waiting from outbox where seq is null`,
  );
  return row?.waiting ?? 0;
}

/** The changes after a number in their order, at most `limit`, of those somebody may hear of and asked for. */
export async function changesFor(
  dataSource: DataSource,
  scope: Scope,
  selection: Selection,
  after: number,
  limit: number,
): Promise<Later> {
  const rows = await dataSource.query<LaterRow[]>(
    `select head.seq as head, (select min(seq) from outbox) as oldest, later.*
     from outbox_head head
     left join lateral (select ${COLUMNS} from outbox where outbox.seq > $1 and ${SCOPE_SQL}
                        order by outbox.seq limit $2) later on true
     where head.id = 1 order by later.seq`,
    [after, limit, ...scopeParameters(scope, selection)],
  );
  return laterOf(rows, after);
}

/** What rows read in one moment say of what came after a number. */
export function laterOf(rows: readonly LaterRow[], after: number): Later {
  const head = Number(rows[0]?.head ?? 0);
  const oldest = Number(rows[0]?.oldest ?? head + 1);
  const changes = rows.filter(({ seq }) => seq !== null).map((row) => ({ ...row, seq: Number(row.seq) }));
  return { head, whole: after <= head && after >= oldest - 1, changes: changes as unknown as ToldChange[] };
}
