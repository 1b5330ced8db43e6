import type { DutyAct } from '#regulation/duties/acts';
import { standDownRefusals } from '#regulation/duties/stand-down';
import { decisionTextRefusals } from '#regulation/activation/decision';
import { reasonRefusals } from '#regulation/filing/review';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { performActs } from '../ledger/perform-act.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { DUTY_PROCESS, type DutyPlace } from './duty-process.ts';

/** More duties than one department can have in one activation. */
export const MOST_DUTIES = 2_000;

/** The moment of the act, by the name of its column. */
const MOMENT: Readonly<Record<DutyAct, string>> = {
  acknowledge: 'acknowledged_at',
  reportInPlace: 'in_place_at',
  reportDegraded: 'degraded_at',
  standDown: 'stood_down_at',
};

/**
 * Art. 24: a department takes its duties, is in place, says what it lacks, or leaves. Several at once are one entry in the
 * ledger; either all of them move or none. `words` is the note, or what is lacking.
 */
export function performDuties(
  office: Office,
  officer: Officer,
  act: DutyAct,
  ids: readonly string[],
  words: string | null,
): Promise<void> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    refuseIfAny([
      ...(ids.length === 0 ? [refusal('ids', 'NOTHING_CHOSEN', {})] : []),
      ...(ids.length > MOST_DUTIES
        ? [refusal('ids', 'TOO_MANY', { limit: MOST_DUTIES, count: ids.length })]
        : []),
    ]);
    const places = await findPlaces(tx, ids);
    const text = act === 'reportDegraded' ? reasonRefusals(words ?? '') : decisionTextRefusals('note', words);
    const subjects = await performActs(tx, DUTY_PROCESS, {
      act,
      ids,
      by: officer,
      at,
      against: text,
      refusals: ({ id }) =>
        act === 'standDown' ? standDownRefusals(places.get(id)?.status ?? 'STANDBY') : [],
      set: {
        [MOMENT[act]]: at,
        changed_at: at,
        ...(act === 'reportDegraded' ? { degraded_reason: words?.trim() ?? null } : {}),
        ...(act !== 'reportDegraded' && words?.trim() ? { note: words.trim() } : {}),
      },
      details: { activations: [...new Set([...places.values()].map((place) => place.activationId))] },
    });
    await tellChanges(
      tx,
      subjects.flatMap(({ id }) => {
        const place = places.get(id);
        if (!place) return [];
        const { activationId, shelterId, jurisdictionCode } = place;
        return [{ topic: 'DUTY', activationId, shelterId, jurisdictionCode, at } as const];
      }),
    );
  });
}

/** Where the duties are, each shelter's place in its activation held, so that it is not released under them. */
async function findPlaces(tx: EntityManager, ids: readonly string[]): Promise<Map<string, DutyPlace>> {
  const rows = await tx.query<(DutyPlace & { dutyId: string })[]>(
    `select duty.id as "dutyId", opened.id, opened.activation_id as "activationId", opened.shelter_id as "shelterId",
            opened.jurisdiction_code as "jurisdictionCode", opened.status
     from duty join activation_shelter opened on opened.id = duty.activation_shelter_id
     where duty.id = any($1) order by opened.id for share of opened`,
    [ids],
  );
  return new Map(rows.map((row) => [row.dutyId, row]));
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'duties/perform', article: 24, field, code, params };
}
