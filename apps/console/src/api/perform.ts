import type { AnyVariables, TypedDocumentNode } from '@urql/vue';
import { nextTick, ref, type Ref } from 'vue';
import { client } from './client.ts';
import { filesArrived } from './files-under-way.ts';
import { problemOf, type Problem } from './problem.ts';

export type Outcome<Data> = { data: Data; problem: null } | { data: null; problem: Problem };

/** Runs a mutation once; never throws, never tries twice. */
export async function perform<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Outcome<Data>> {
  return read(await client.mutation(document, variables).toPromise());
}

/** Runs a query once. */
export async function ask<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Outcome<Data>> {
  return read(await client.query(document, variables).toPromise());
}

function read<Data>(result: { data?: Data; error?: Parameters<typeof problemOf>[0] }): Outcome<Data> {
  if (result.error) return { data: null, problem: problemOf(result.error) };
  if (result.data === undefined) return { data: null, problem: { kind: 'OFFLINE' } };
  return { data: result.data, problem: null };
}

/** An act behind a button: busy while it runs (a second click does nothing), and its problem until the next try. */
export interface Act<Arguments extends unknown[]> {
  busy: Ref<boolean>;
  problem: Ref<Problem | null>;
  run: (...given: Arguments) => Promise<boolean>;
}

/** A button that is busy is disabled, and a disabled one loses the focus: gives it back where nothing else took it. */
function focusKept(): () => void {
  const holder = document.activeElement;
  return () => {
    if (document.activeElement === document.body && holder instanceof HTMLElement && holder.isConnected)
      holder.focus({ preventScroll: true });
  };
}

/**
 * Makes an act of a step that answers its outcome; `run` says whether it succeeded. It begins once every chosen file has
 * arrived, unless it is itself the sending of one, which has nothing to do with the others.
 */
export function useAct<Arguments extends unknown[]>(
  step: (...given: Arguments) => Promise<Outcome<unknown>>,
  { sendsFile = false }: { sendsFile?: boolean } = {},
): Act<Arguments> {
  const busy = ref(false);
  const problem = ref<Problem | null>(null);
  const run = async (...given: Arguments): Promise<boolean> => {
    if (busy.value) return false;
    const returnFocus = focusKept();
    busy.value = true;
    problem.value = null;
    try {
      const outcome = sendsFile || (await filesArrived()) ? await step(...given) : null;
      problem.value = outcome?.problem ?? null;
      return outcome !== null && outcome.problem === null;
    } finally {
      busy.value = false;
      void nextTick(returnFocus);
    }
  };
  return { busy, problem, run };
}
