import type { EntityManager } from 'typeorm';
import { ActRefused } from '../platform/refused.ts';

/** A record may only speak of files its editor uploaded or that it spoke of before. */
export async function refuseUnknownFiles(
  tx: EntityManager,
  personId: string,
  files: readonly string[],
  before: readonly string[],
): Promise<void> {
  const fresh = files.filter((id) => !before.includes(id));
  if (fresh.length === 0) return;
  const known = await tx.query<{ id: string }[]>(
    `select id from stored_file where id = any($1) and kept_by = $2`,
    [fresh, personId],
  );
  const unknown = fresh.filter((id) => !known.some((file) => file.id === id));
  if (unknown.length === 0) return;
  throw new ActRefused(
    unknown.map((id) => ({
      rule: 'own-file',
      article: null,
      field: 'fileIds',
      code: 'UNKNOWN_FILE',
      params: { id },
    })),
  );
}
