import { computed, onScopeDispose, watch, type ComputedRef } from 'vue';
import { useAsked } from '../api/use-asked.ts';
import type { Problem } from '../api/problem.ts';
import { IMPORT_RUN, type Run } from './import.documents.ts';

const EVERY_MS = 1_000;

/** Follows an import, asking every second until it has ended. */
export function useRun(id: () => string): {
  run: ComputedRef<Run | null>;
  loading: ComputedRef<boolean>;
  problem: ComputedRef<Problem | null>;
} {
  const { data, loading, problem, again } = useAsked(IMPORT_RUN, () => ({ id: id() }));
  const run = computed(() => data.value?.importRun ?? null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    [data, problem],
    () => {
      clearTimeout(timer);
      const goesOn = run.value?.state === 'RUNNING' || problem.value?.kind === 'OFFLINE';
      if (goesOn) timer = setTimeout(again, EVERY_MS);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));
  return { run, loading, problem };
}
