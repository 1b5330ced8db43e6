import type { Appointment } from '#regulation/actor';
import { ACTS, mayPerform, type ActName, type ActSubject } from '#regulation/authority';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { findSubjectShelter, type SubjectShelter } from './subject-shelter.ts';

/** A deed at a shelter that may be recorded: where, and by virtue of which office. */
export interface JudgedDeed {
  readonly shelter: SubjectShelter;
  readonly appointment: Appointment;
}

/** Asks whether somebody may record a deed at a shelter. Throws ActRefused with what is missing and everything else told. */
export async function judgeDeed(
  tx: EntityManager,
  officer: Officer,
  act: ActName,
  shelterId: string,
  facts: Partial<ActSubject>,
  others: readonly Refusal[],
): Promise<JudgedDeed> {
  const shelter = await findSubjectShelter(tx, shelterId);
  const appointment = shelter ? mayPerform(officer, act, { ...facts, ...shelter }) : null;
  const { article } = ACTS[act];
  const refusal = (field: string | null, code: Refusal['code'], params: Refusal['params']): Refusal => ({
    rule: 'upkeep/deed',
    article,
    field,
    code,
    params,
  });
  refuseIfAny([
    ...(shelter ? [] : [refusal('shelterId', 'NOT_FOUND', { process: 'shelter' })]),
    ...(shelter && !appointment ? [refusal(null, 'NO_AUTHORITY', { act })] : []),
    ...others,
  ]);
  if (!shelter || !appointment) throw new Error('a deed without authority was not refused');
  return { shelter, appointment };
}
