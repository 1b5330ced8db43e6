import type { CombinedError } from '@urql/vue';

/** One reason against an act, as the server words it. */
export interface Refusal {
  code: string;
  field: string | null;
  article: number | null;
  message: string;
  class?: string | null;
}

/** What went wrong, in the few kinds a person can do something about. */
export type Problem =
  | { kind: 'REFUSED'; refusals: Refusal[] }
  | { kind: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_INPUT' | 'BUG'; message: string }
  /**
   * No answer came: what was only read is not there, nobody was signed in; whether another act was done, nobody knows.
   */
  | { kind: 'OFFLINE'; while?: 'READING' | 'SIGNING_IN' };

/** An error as the server sends it, by GraphQL or beside it. */
export interface Fault {
  message: string;
  extensions?: { code?: string; refusals?: Refusal[] };
}

/** Reads the error of an operation. */
export function problemOf(error: CombinedError): Problem {
  return problemOfFaults(error.graphQLErrors as unknown as Fault[]);
}

/** The refusals of several errors stand together; no error at all means that no answer came. */
export function problemOfFaults(given: readonly Fault[]): Problem {
  const faults = given.map(({ message, extensions }) => ({ message, ...extensions }));
  const [first] = faults;
  if (!first) return { kind: 'OFFLINE' };
  const refusals = faults.flatMap((fault) => (fault.code === 'ACT_REFUSED' ? (fault.refusals ?? []) : []));
  if (refusals.length > 0) return { kind: 'REFUSED', refusals };
  const { code, message } = first;
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return { kind: code, message };
  return { kind: code === 'BAD_USER_INPUT' ? 'BAD_INPUT' : 'BUG', message };
}

/** Whether all that is wrong is that nothing bears the number asked for: a number that can be none is as good as unknown. */
export function isNothing(problem: Problem): boolean {
  const refusals = refusalsOf(problem);
  return refusals.length > 0 && refusals.every(({ code, field }) => code === 'NOT_FOUND' && field === 'id');
}

/** The refusals of a problem; none for the other kinds. */
export function refusalsOf(problem: Problem | null): Refusal[] {
  return problem?.kind === 'REFUSED' ? problem.refusals : [];
}
