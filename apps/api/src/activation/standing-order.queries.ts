import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import { civilDateOf } from '#regulation/civil-date';
import { DUTY_KINDS, type DutyKind } from '#regulation/enumerations';
import type { DataSource } from 'typeorm';
import { Organisation } from '../identity/organisation.entity.ts';
import { DutyRosterEntry, DutyTarget } from './duty-roster.entity.ts';
import { EmergencyPlan } from './emergency-plan.entity.ts';
import { StandingPostMember } from './post-members.entity.ts';

const MOST_ENTRIES = 100;
const MOST_PLANS = 50;

export interface RosterRow {
  readonly dutyKind: DutyKind;
  readonly organisation: Organisation | null;
  readonly inForceFrom: string | null;
  readonly inForceUntil: string | null;
  readonly acknowledgeMinutes: number | null;
  readonly inPlaceMinutes: number | null;
}

/** Whether the actor may read the standing order of a jurisdiction. */
export function mayReadStandingOrder(actor: Actor, jurisdictionCode: string): boolean {
  const { everywhere, jurisdictions } = reach(actor, 'readRegistry');
  return everywhere || jurisdictions.includes(jurisdictionCode);
}

/** The roster of a jurisdiction: seven rows as they stand today, and every entry, newest first. */
export async function findRoster(
  dataSource: DataSource,
  jurisdictionCode: string,
  at: Date,
): Promise<{ rows: RosterRow[]; history: DutyRosterEntry[] }> {
  const today = civilDateOf(at);
  const history = await dataSource.getRepository(DutyRosterEntry).find({
    where: { jurisdictionCode },
    relations: { organisation: true },
    order: { inForceFrom: 'DESC', dutyKind: 'ASC' },
    take: MOST_ENTRIES,
  });
  const targets = await dataSource.getRepository(DutyTarget).findBy({ jurisdictionCode });
  const rows = DUTY_KINDS.map((dutyKind) => {
    const entry = history.find(
      ({ dutyKind: kind, inForceFrom, inForceUntil }) =>
        kind === dutyKind && inForceFrom <= today && (inForceUntil === null || inForceUntil > today),
    );
    const target = targets.find(({ dutyKind: kind }) => kind === dutyKind);
    return {
      dutyKind,
      organisation: entry?.organisation ?? null,
      inForceFrom: entry?.inForceFrom ?? null,
      inForceUntil: entry?.inForceUntil ?? null,
      acknowledgeMinutes: target?.acknowledgeMinutes ?? null,
      inPlaceMinutes: target?.inPlaceMinutes ?? null,
    };
  });
  return { rows, history };
}

/** Versions of a jurisdiction's plan, the newest first. */
export function findPlans(dataSource: DataSource, jurisdictionCode: string): Promise<EmergencyPlan[]> {
  return dataSource.getRepository(EmergencyPlan).find({
    where: { jurisdictionCode },
    order: { inForceFrom: 'DESC', recordedAt: 'DESC' },
    take: MOST_PLANS,
  });
}

/** Who is to sit in the command post of a shelter. */
export function findStandingPost(dataSource: DataSource, shelterId: string): Promise<StandingPostMember[]> {
  return dataSource
    .getRepository(StandingPostMember)
    .find({ where: { shelterId }, order: { kind: 'ASC', keptAt: 'ASC', id: 'ASC' }, take: 50 });
}
