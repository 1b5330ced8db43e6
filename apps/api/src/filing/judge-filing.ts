import { checkContents } from '#regulation/filing/check-contents';
import { changeFindings, isOfOneOnFile } from '#regulation/filing/change';
import { restorationFindings, restorations } from '#regulation/rebuild/restoration';
import { onBehalfFindings } from '#regulation/filing/on-behalf';
import type { Finding } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { contentsFacts } from '../registry/contents-facts.ts';
import { Filing } from './filing.entity.ts';
import { differingFields, readOnFile } from './on-file.ts';

/** What of a filing the law looks at. */
export type JudgedFiling = Pick<
  Filing,
  | 'id'
  | 'kind'
  | 'stage'
  | 'jurisdictionCode'
  | 'unitId'
  | 'shelterId'
  | 'baseVersion'
  | 'contents'
  | 'revision'
  | 'keyedBy'
  | 'onBehalf'
  | 'signedPaperFileId'
>;

/** Everything the checks say about each of the filings, of every class; one query for all, one more for the changes. */
export async function judgeFilings(
  tx: Pick<EntityManager, 'query'>,
  filings: readonly JudgedFiling[],
  at: Date,
): Promise<Finding[][]> {
  const facts = await contentsFacts(tx, filings, at);
  const changed = filings.flatMap(({ kind, shelterId }) =>
    isOfOneOnFile(kind) && shelterId ? [shelterId] : [],
  );
  const onFile = await readOnFile(tx, changed);
  return filings.map((filing, index) => {
    const world = facts[index];
    if (!world) throw new Error(`no facts for filing ${filing.id}`);
    const known = onFile.get(filing.shelterId ?? '');
    const change = {
      ...filing,
      onFileVersion: known?.version ?? null,
      deregistered: known?.deregistered ? known.code : null,
      differing: known ? differingFields(filing.contents, known.contents) : [],
    };
    const owed =
      known && filing.kind === 'RECONSTRUCTION'
        ? restorations(known.contents.facilities, filing.contents.facilities)
        : [];
    return [
      ...checkContents(filing.contents, world),
      ...onBehalfFindings(filing),
      ...changeFindings(change),
      ...restorationFindings(owed),
    ];
  });
}

/**
 * Locks a filing and the shelter it is of, and asks the law about all it says; null when there is no such filing. A shelter
 * that is being deregistered has left the register before the law is asked, or stays on it until this is done.
 */
export async function lockAndJudgeFiling(
  tx: EntityManager,
  id: string,
  at: Date,
): Promise<{ filing: Filing; findings: Finding[] } | null> {
  const filing = await tx
    .getRepository(Filing)
    .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!filing) return null;
  if (filing.shelterId !== null)
    await tx.query(`select 1 from shelter where id = $1 for update`, [filing.shelterId]);
  const [findings] = await judgeFilings(tx, [filing], at);
  return { filing, findings: findings ?? [] };
}
