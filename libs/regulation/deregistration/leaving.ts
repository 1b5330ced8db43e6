import type { CivilDate } from '../civil-date.ts';
import type { Refusal } from '../refusal.ts';

/** The activation, real or exercise, that holds a shelter. */
export interface HoldingActivation {
  readonly number: string;
  readonly exercise: boolean;
}

/** A shelter that is to leave the register. */
export interface LeavingShelter {
  readonly code: string;
  /** null = still on the register. */
  readonly deregisteredOn: CivilDate | null;
  /** Somebody waits for an answer already. */
  readonly asked: boolean;
  /** The real activation that holds it, else the exercise; null = none. */
  readonly liveIn: HoldingActivation | null;
}

/** Practice: asked once at a time, and never of a shelter that has left. It may be asked while the shelter is in use. */
export function askingRefusals({ code, deregisteredOn, asked }: Omit<LeavingShelter, 'liveIn'>): Refusal[] {
  return [
    ...gone(code, deregisteredOn),
    ...(asked ? [refusal('deregistration/one-at-a-time', 'DEREGISTRATION_ASKED', { code })] : []),
  ];
}

/** Practice: nobody is sent to a door that is off the register, so it is stood down first, exercise or not. */
export function leavingRefusals({ code, deregisteredOn, liveIn }: Omit<LeavingShelter, 'asked'>): Refusal[] {
  return [...gone(code, deregisteredOn), ...(liveIn === null ? [] : [held(code, liveIn)])];
}

/** An exercise is called one: nobody is to think that the shelter is open to residents. */
function held(code: string, { number, exercise }: HoldingActivation): Refusal {
  const said = exercise ? 'IN_EXERCISE_NOT_DEREGISTERED' : 'LIVE_NOT_DEREGISTERED';
  return refusal('deregistration/not-while-live', said, { code, number });
}

function gone(code: string, on: CivilDate | null): Refusal[] {
  return on === null ? [] : [refusal('deregistration/once', 'ALREADY_DEREGISTERED', { code, on })];
}

function refusal(rule: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule, article: null, field: null, code, params };
}
