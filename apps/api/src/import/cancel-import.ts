import type { Actor } from '#regulation/actor';
import type { Office } from '../platform/office.ts';
import { ActRefused } from '../platform/refused.ts';
import { findRun } from './import.queries.ts';

/** Asks a run to stop after its present batch; what is in stays in. A run that has ended is left as it is. */
export async function cancelImport(office: Office, actor: Actor, id: string): Promise<void> {
  const run = await findRun(office.dataSource, actor, id);
  if (!run) {
    const params = { process: 'import', missing: 1 };
    throw new ActRefused([{ rule: 'import/cancel', article: null, field: 'id', code: 'NOT_FOUND', params }]);
  }
  await askToStop(office, id);
}

export async function askToStop(office: Office, id: string): Promise<void> {
  await office.dataSource.query(
    `update import_run set cancel_asked = true where id = $1 and state = 'RUNNING'`,
    [id],
  );
}
