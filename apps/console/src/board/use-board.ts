import { computed, onScopeDispose, type ComputedRef } from 'vue';
import type { Problem } from '../api/problem.ts';
import { useAsked } from '../api/use-asked.ts';
import { useLive } from '../live/use-live.ts';
import { BOARD, type Board } from './board.documents.ts';
import type { ResultOf } from '../api/graphql.ts';

/** Even when nothing is heard, the board is asked for anew now and then: a lost word shall not stand there all night. */
const ASK_ANYWAY_MS = 60_000;

export interface LiveBoard {
  board: ComputedRef<Board | null | undefined>;
  activation: ComputedRef<ResultOf<typeof BOARD>['activation'] | undefined>;
  loading: ComputedRef<boolean>;
  problem: ComputedRef<Problem | null>;
  again: () => Promise<void>;
}

/** The board of an activation, asked for anew whenever something of it changed. */
export function useBoard(id: () => string): LiveBoard {
  const { data, loading, problem, again } = useAsked(BOARD, () => ({ id: id() }));
  useLive(['ACTIVATION', 'DUTY', 'SHELTER', 'OCCUPANCY'], id, () => void again());
  const timer = setInterval(() => void again(), ASK_ANYWAY_MS);
  onScopeDispose(() => clearInterval(timer));
  return {
    board: computed(() => data.value?.activationBoard),
    activation: computed(() => data.value?.activation),
    loading,
    problem,
    again,
  };
}
