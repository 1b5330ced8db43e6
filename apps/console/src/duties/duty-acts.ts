import { perform, type Outcome } from '../api/perform.ts';
import { ACKNOWLEDGE, DEGRADED, IN_PLACE, STAND_DOWN_DUTY, type Duty } from './duties.documents.ts';

export const DUTY_ACTS = ['acknowledge', 'reportInPlace', 'reportDegraded', 'standDown'] as const;
export type DutyAct = (typeof DUTY_ACTS)[number];

/** Sends one act for several duties at once: all of them move, or none. */
export function performDuties(
  act: DutyAct,
  ids: readonly string[],
  reason: string,
): Promise<Outcome<unknown>> {
  const given = { ids: [...ids] };
  switch (act) {
    case 'acknowledge':
      return perform(ACKNOWLEDGE, given);
    case 'reportInPlace':
      return perform(IN_PLACE, given);
    case 'reportDegraded':
      return perform(DEGRADED, { ...given, reason });
    case 'standDown':
      return perform(STAND_DOWN_DUTY, given);
  }
}

/** Whether the server would let this act be done to this duty now. */
export function allows(duty: Duty, act: DutyAct): boolean {
  return duty.availableActs.some((offered) => offered.act === act && offered.allowed);
}

/** Duties of one opened shelter together, in the order given. */
export function bySite(duties: readonly Duty[]): { id: string; site: Duty['site']; duties: Duty[] }[] {
  const sites = new Map<string, { id: string; site: Duty['site']; duties: Duty[] }>();
  for (const duty of duties) {
    const before = sites.get(duty.activationShelterId);
    if (before) before.duties.push(duty);
    else
      sites.set(duty.activationShelterId, { id: duty.activationShelterId, site: duty.site, duties: [duty] });
  }
  return [...sites.values()];
}
