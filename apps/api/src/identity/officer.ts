import type { Actor } from '#regulation/actor';

/** Somebody signed in: who, with what authority, by which session. */
export interface Officer extends Actor {
  readonly username: string;
  readonly displayName: string;
  readonly sessionId: string;
}
