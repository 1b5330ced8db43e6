import type { Language } from '#regulation/public-labels';

const DEADLINE_MILLISECONDS = 8_000;
const PAUSES_MILLISECONDS = [600, 2_000];

/** Why there is no answer: no network, no way to the server, not in time, the server in trouble, the question refused. */
export type Unanswered = 'OFFLINE' | 'UNREACHABLE' | 'TOO_LATE' | 'IN_TROUBLE' | 'REFUSED';

export class NoAnswer extends Error {
  constructor(readonly reason: Unanswered) {
    super(reason);
    this.name = 'NoAnswer';
  }
}

/** True when the question was taken back: nobody waits for it any more. */
export function isTakenBack(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/**
 * Asks, and asks again twice with growing pauses while trying again may help. Throws `NoAnswer`, or an `AbortError`
 * when `signal` took the question back.
 */
export async function ask<Answer>(
  query: string,
  variables: object,
  language: Language,
  signal: AbortSignal,
): Promise<Answer> {
  for (const pause of PAUSES_MILLISECONDS) {
    try {
      return await askOnce<Answer>(query, variables, language, signal);
    } catch (error) {
      if (!(error instanceof NoAnswer) || error.reason === 'REFUSED') throw error;
    }
    await wait(pause, signal);
  }
  return askOnce<Answer>(query, variables, language, signal);
}

async function askOnce<Answer>(
  query: string,
  variables: object,
  language: Language,
  signal: AbortSignal,
): Promise<Answer> {
  const { response, body } = await fetchJson(
    '/graphql',
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': language,
      },
      body: JSON.stringify({ query, variables }),
    },
    signal,
  );
  if (response.status >= 500 || response.status === 429) throw new NoAnswer('IN_TROUBLE');
  const { data } = (body ?? {}) as { data?: Answer | null };
  if (!response.ok || !data) throw new NoAnswer('REFUSED');
  return data;
}

/** Fetches JSON of this origin within the deadline. Throws as `ask` does; a body that is no JSON is null. */
export async function fetchJson(
  address: string,
  init: RequestInit,
  signal: AbortSignal,
): Promise<{ response: Response; body: unknown }> {
  const deadline = new AbortController();
  const giveUp = () => deadline.abort();
  const timer = setTimeout(giveUp, DEADLINE_MILLISECONDS);
  signal.addEventListener('abort', giveUp);
  try {
    const response = await fetch(address, { ...init, signal: deadline.signal });
    const text = await response.text();
    return { response, body: readJson(text) };
  } catch (error) {
    if (signal.aborted) throw new DOMException('taken back', 'AbortError');
    if (isTakenBack(error)) throw new NoAnswer('TOO_LATE');
    throw new NoAnswer(navigator.onLine ? 'UNREACHABLE' : 'OFFLINE');
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const takenBack = () => {
      clearTimeout(timer);
      reject(new DOMException('taken back', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', takenBack);
      resolve();
    }, milliseconds);
    if (signal.aborted) takenBack();
    else signal.addEventListener('abort', takenBack);
  });
}
