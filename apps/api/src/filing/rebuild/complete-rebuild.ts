import { mayPerform } from '#regulation/authority';
import { civilDateOf } from '#regulation/civil-date';
import { FILING_ACT_NAMES } from '#regulation/filing/acts';
import { restorations, wordRestoration } from '#regulation/rebuild/restoration';
import type { ShelterFacility } from '#regulation/registry/contents';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../../identity/officer.ts';
import { performAct } from '../../ledger/perform-act.ts';
import { liftOutage } from '../../upkeep/keep-outages.ts';
import { openDefects } from '../../upkeep/open-defects.ts';
import type { Filing } from '../filing.entity.ts';
import { RebuildNotice } from './rebuild-notice.entity.ts';
import { REBUILD_PROCESS } from './rebuild-process.ts';
import { tellRebuild } from './tell-rebuild.ts';
import { causeOf } from './told-rebuild.ts';

/**
 * Art. 21: the as-built version is on file. Its notice is completed, what was out of use is in use again, and whatever the
 * work left missing or failed is to be restored: one defect a kind of facility. Follows from the acceptance.
 */
export async function completeRebuild(
  tx: EntityManager,
  { id: filingId, kind, shelterId, jurisdictionCode, unitId, contents }: Filing,
  before: readonly ShelterFacility[],
  by: Officer,
  at: Date,
): Promise<void> {
  if (kind !== 'RECONSTRUCTION' || shelterId === null) return;
  const notice = await tx.getRepository(RebuildNotice).findOneBy({ shelterId, stage: 'NOTIFIED' });
  if (!notice) return;
  const under = mayPerform(by, FILING_ACT_NAMES.accept, { jurisdictionCode, unitId, filingKind: kind });
  if (!under) throw new Error(`filing ${filingId} was accepted without authority`);
  const today = civilDateOf(at);
  const owed = restorations(before, contents.facilities);
  const opened = await openDefects(
    tx,
    owed.map((restoration) => ({
      shelterId,
      grade: 'GENERAL',
      head: 'FACILITIES',
      facilityType: restoration.type,
      text: wordRestoration(restoration),
      effect: null,
    })),
    {
      origin: 'REBUILD',
      originId: notice.id,
      orderedOrganisationIds: [],
      foundOn: today,
      at,
      personId: by.personId,
      organisationId: under.organisationId,
    },
  );
  await performAct(tx, REBUILD_PROCESS, {
    act: 'completeRebuild',
    id: notice.id,
    by,
    under,
    at,
    set: { as_built_filing_id: filingId, ended_at: at, changed_at: at },
    also: opened.subjects,
    details: { shelterId, filingId, restorations: owed.map(({ type, loss }) => ({ type, loss })) },
  });
  await liftOutage(tx, causeOf(shelterId, notice.id), today);
  await tellRebuild(tx, { id: shelterId, jurisdictionCode, unitId }, at);
}
