import { useQuery, type AnyVariables, type TypedDocumentNode } from '@urql/vue';
import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import { language } from '../i18n/language.ts';
import { online } from './connection.ts';
import { isNothing, problemOf, type Problem } from './problem.ts';

export interface Asked<Data> {
  /** The last answer; it stays while a new one is on its way, so that nothing jumps, and when none comes. */
  data: ComputedRef<Data | undefined>;
  loading: ComputedRef<boolean>;
  problem: ComputedRef<Problem | null>;
  /** Asks anew; done when the answer stands on the page, or none came. */
  again: () => Promise<void>;
}

/** Asks, and asks anew when the variables change, the language does, or the server is back. Null waits. */
export function useAsked<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: () => Variables | null = () => ({}) as Variables,
): Asked<Data> {
  const wanted = computed(variables);
  const query = useQuery<Data, Variables>({
    query: document,
    variables: computed(() => wanted.value ?? ({} as Variables)),
    pause: computed(() => wanted.value === null),
  });
  const again = async (): Promise<void> => {
    if (wanted.value === null) return;
    query.executeQuery({ requestPolicy: 'network-only' });
    if (query.fetching.value) await answered();
  };
  // An asking that takes the place of this one on its way is waited for too: watched once a turn, not at each step.
  const answered = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = watch(query.fetching, () => {
        stop();
        resolve();
      });
    });
  watch([language, online], ([, isOnline]) => isOnline && void again());
  const problem = computed((): Problem | null => {
    const found = query.error.value ? problemOf(query.error.value) : null;
    if (found && asksForOne(wanted.value) && isNothing(found)) return null;
    return found?.kind === 'OFFLINE' ? { kind: 'OFFLINE', while: 'READING' } : found;
  });
  const key = computed(() => JSON.stringify(wanted.value));
  const last = shallowRef<{ readonly key: string; readonly data: Data }>();
  watch(query.data, (data) => {
    if (data !== undefined) last.value = { key: key.value, data };
  });
  const ofBefore = computed(() =>
    problem.value?.kind === 'OFFLINE' && last.value?.key === key.value ? last.value.data : undefined,
  );
  return {
    data: computed(() => query.data.value ?? ofBefore.value),
    loading: computed(() => query.fetching.value),
    problem,
    again,
  };
}

/** A page that asks for one thing by its number says itself when there is none. */
function asksForOne(variables: AnyVariables | null): boolean {
  return variables != null && 'id' in variables;
}
