import type { Actor } from '#regulation/actor';
import { judgeAct } from '#regulation/act-table';
import { mayPerform } from '#regulation/authority';
import type { Refusal } from '#regulation/refusal';
import type { AvailableActType } from '../platform/graphql/refusal.types.ts';
import type { LockedSubject, Process } from './perform-act.ts';

/**
 * The acts that somebody may come to do at this stage: drives every button. Acts of another stage are left out;
 * acts that the actor's office never does are left out; what is refused for now says why. Asks no database.
 */
export function availableActs<Stage extends string, Act extends string>(
  process: Process<Stage, Act>,
  subject: LockedSubject<Stage>,
  actor: Actor,
  refusalsOf: (act: Act) => readonly Refusal[],
): AvailableActType[] {
  const acts = Object.keys(process.acts) as Act[];
  return acts.flatMap((act) => {
    const rule = process.acts[act];
    if (!rule || !rule.from.includes(subject.stage)) return [];
    if (mayPerform(actor, process.authority[act], { ...subject, ...subject.facts }) === null) return [];
    const refusals = [...judgeAct(process.acts, act, subject.stage, true), ...refusalsOf(act)];
    return [{ act, article: rule.article, allowed: refusals.length === 0, refusals }];
  });
}
