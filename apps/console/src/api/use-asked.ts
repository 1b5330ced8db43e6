import { useQuery, type AnyVariables, type TypedDocumentNode } from '@urql/vue';
import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import { language } from '../i18n/language.ts';
import { online } from './connection.ts';
import { problemOf, type Problem } from './problem.ts';

export interface Asked<Data> {
  /** The last answer; it stays while a new one is on its way, so that nothing jumps, and when none comes. */
  data: ComputedRef<Data | undefined>;
  loading: ComputedRef<boolean>;
  problem: ComputedRef<Problem | null>;
  again: () => void;
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
  const again = (): void => {
    if (wanted.value !== null) void query.executeQuery({ requestPolicy: 'network-only' });
  };
  watch([language, online], ([, isOnline]) => isOnline && again());
  const problem = computed(() => (query.error.value ? problemOf(query.error.value) : null));
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
