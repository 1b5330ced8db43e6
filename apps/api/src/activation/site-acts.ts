import { RUNNING_STAGES } from '#regulation/activation/acts';
import { peopleInsideRefusals } from '#regulation/activation/closing';
import type { Actor } from '#regulation/actor';
import { ACTS, mayPerform, type ActName } from '#regulation/authority';
import type { ActivationStage } from '#regulation/enumerations';
import type { Refusal } from '#regulation/refusal';
import type { AvailableActType } from '../platform/graphql/refusal.types.ts';
import type { ActivationShelter } from './activation-shelter.entity.ts';

/** What the acts on site must know of an opened shelter besides its row. */
export interface SiteFacts {
  readonly code: string;
  readonly unitId: string;
  readonly stage: ActivationStage;
  /** The actor sits in its command post. */
  readonly postMember: boolean;
}

const SITE_ACTS = [
  'reportShelterStatus',
  'appointCommandPostMembers',
  'runVolunteerStation',
  'standShelterDown',
] as const satisfies readonly ActName[];

/** The acts somebody may come to do at an opened shelter: drives every button there. Asks no database. */
export function siteActs(opened: ActivationShelter, facts: SiteFacts, actor: Actor): AvailableActType[] {
  const { jurisdictionCode } = opened;
  const subject = { jurisdictionCode, unitId: facts.unitId, postMember: facts.postMember };
  return SITE_ACTS.flatMap((act) => {
    // A unit may appoint its own head; whom else it may name is judged when it names somebody.
    const asked =
      act === 'appointCommandPostMembers' ? { ...subject, member: 'UNIT_HEAD' as const } : subject;
    if (mayPerform(actor, act, asked) === null) return [];
    const refusals = act === 'standShelterDown' ? standDownRefusals(opened, facts) : [];
    return [{ act, article: ACTS[act].article, allowed: refusals.length === 0, refusals }];
  });
}

function standDownRefusals(opened: ActivationShelter, { code, stage }: SiteFacts): Refusal[] {
  const over = opened.releasedAt !== null || !RUNNING_STAGES.includes(stage);
  return [
    ...(over
      ? [
          {
            rule: 'activation/stand-down',
            article: null,
            field: null,
            code: 'OUT_OF_STAGE' as const,
            params: { act: 'standShelterDown', stage: opened.releasedAt ? 'CLOSED' : stage },
          },
        ]
      : []),
    ...peopleInsideRefusals([{ code, status: opened.status, occupied: opened.occupied }]),
  ];
}
