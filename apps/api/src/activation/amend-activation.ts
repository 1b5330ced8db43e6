import { decisionAdvice, decisionRefusals } from '#regulation/activation/decision';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { performAct } from '../ledger/perform-act.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { ACTIVATION_PROCESS } from './activation-process.ts';
import type { Decided } from './decide-activation.ts';
import { findUnassigned, nameShelters, onlyOnce } from './name-shelters.ts';
import { openedSubjects, openShelters, type ShelterToOpen } from './open-shelters.ts';
import { takeTemporaryPlaces, type TemporaryPlace } from './take-temporary-places.ts';
import { mayPerform } from '#regulation/authority';

export interface Amendment {
  readonly activationId: string;
  /** The revision the signer saw; another one means somebody amended in between. */
  readonly revision: number;
  readonly shelters: readonly ShelterToOpen[];
  readonly temporaryPlaces: readonly TemporaryPlace[];
}

/** Opens further shelters under a live decision (practice: who decides may amend). Same order, command post, duties, station. */
export function amendActivation(office: Office, officer: Officer, amendment: Amendment): Promise<Decided> {
  const at = office.clock.now();
  const { activationId: id } = amendment;
  return inTransaction(office.dataSource, async (tx) => {
    const live = await lockLive(tx, id);
    const jurisdictionCode = live?.jurisdictionCode ?? '';
    const appointment = mayPerform(officer, 'amendActivation', { jurisdictionCode, unitId: null });
    const allowed = live !== null && appointment !== null;
    const places = allowed
      ? await takeTemporaryPlaces(tx, amendment.temporaryPlaces, {
          jurisdictionCode,
          ownOrganisationId: appointment.organisationId,
          by: officer.personId,
          at,
        })
      : [];
    const shelters = onlyOnce(amendment.shelters);
    const { named, missing } = await nameShelters(tx, shelters, {
      jurisdictionCode,
      exercise: live?.exercise ?? false,
    });
    const toOpen = [...shelters, ...places.map((shelterId) => ({ shelterId, overrideReason: null }))];
    const advice = decisionAdvice({
      shelters: named,
      planInForce: live?.planned ?? true,
      unassigned: await findUnassigned(tx, jurisdictionCode, at),
    });
    await performAct(tx, ACTIVATION_PROCESS, {
      act: 'amend',
      id,
      by: officer,
      at,
      refusals: () => [
        ...decisionRefusals(named, { missing, temporaryPlaces: places.length }),
        ...changedMeanwhile(live?.revision ?? amendment.revision, amendment.revision),
      ],
      set: { revision: (live?.revision ?? 0) + 1 },
      also: openedSubjects(toOpen),
      details: {
        number: live?.number ?? null,
        shelters: toOpen.length,
        temporaryPlaces: places.length,
        advice: advice.map(({ code }) => code),
      },
    });
    if (!live) throw new Error('a missing activation was not refused');
    const consequences = await openShelters(tx, {
      activationId: id,
      exercise: live.exercise,
      number: live.number,
      ordersBefore: live.orders,
      shelters: toOpen,
      by: officer.personId,
      at,
    });
    await office.carryOut(tx, [
      ...consequences,
      {
        kind: 'ANNOUNCE',
        occasion: 'AMENDMENT',
        activationId: id,
        shelterIds: toOpen.map(({ shelterId }) => shelterId),
        by: officer.personId,
        at,
      },
    ]);
    await tellChanges(tx, [{ topic: 'ACTIVATION', jurisdictionCode, activationId: id, at }]);
    return { activationId: id, advice };
  });
}

interface LiveActivation {
  readonly jurisdictionCode: string;
  readonly exercise: boolean;
  readonly number: string;
  readonly revision: number;
  readonly planned: boolean;
  readonly orders: number;
}

async function lockLive(tx: EntityManager, id: string): Promise<LiveActivation | null> {
  const [live] = await tx.query<LiveActivation[]>(
    `select jurisdiction_code as "jurisdictionCode", exercise, number, revision, plan_id is not null as planned,
            (select count(*)::int from activation_shelter where activation_id = activation.id) as orders
     from activation where id = $1 for no key update`,
    [id],
  );
  return live ?? null;
}

function changedMeanwhile(now: number, seen: number): Refusal[] {
  if (now === seen) return [];
  const params = { seen, now };
  return [
    { rule: 'activation/revision', article: null, field: 'revision', code: 'CHANGED_MEANWHILE', params },
  ];
}
