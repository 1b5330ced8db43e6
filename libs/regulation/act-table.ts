import type { Role } from './enumerations.ts';
import type { Refusal } from './refusal.ts';

/** One row of a process: `from: []` creates. Practice has `article: null` and names its source. */
export interface ActRule<S> {
  from: readonly S[];
  to: S;
  by: readonly Role[];
  article: number | null;
  source?: string;
}

export type ActTable<S extends string> = Record<string, ActRule<S>>;

/**
 * Says whether an act may happen at this stage (null = nothing exists yet) by somebody who is or is not `allowed`.
 * Both refusals are told together. An act the table does not know is out of stage.
 */
export function judgeAct<S extends string>(
  table: ActTable<S>,
  act: string,
  stage: S | null,
  allowed: boolean,
): Refusal[] {
  const row = Object.hasOwn(table, act) ? table[act] : undefined;
  const article = row?.article ?? null;
  const refusals: Refusal[] = [];
  const inStage = row !== undefined && (stage === null ? row.from.length === 0 : row.from.includes(stage));
  if (!inStage) {
    const params: Refusal['params'] = { act, stage: stage ?? 'NONE' };
    refusals.push({ rule: 'act-table', article, field: null, code: 'OUT_OF_STAGE', params });
  }
  if (!allowed)
    refusals.push({ rule: 'act-table', article, field: null, code: 'NO_AUTHORITY', params: { act } });
  return refusals;
}

/** The acts that are in stage now, without regard to who asks. */
export function actsInStage<T extends ActTable<string>>(
  table: T,
  stage: string | null,
): (keyof T & string)[] {
  return Object.keys(table).filter((act) => {
    const from = table[act]?.from ?? [];
    return stage === null ? from.length === 0 : from.includes(stage);
  });
}
