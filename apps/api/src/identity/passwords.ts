import { hash, verify } from '@node-rs/argon2';
import { ActRefused } from '../platform/refused.ts';

/** argon2id is the library's default algorithm; 19 MiB and two passes are OWASP's present minimum. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Hashing is heavy on purpose: a storm of sign-ins may not take the processor from the shelters. */
const AT_ONCE = 2;
const MAY_WAIT = 32;

let running = 0;
const waiting: (() => void)[] = [];

/** A hash of nothing anybody knows, so that an unknown name takes as long as a wrong password. */
let decoy: Promise<string> | undefined;

/** Hashes a password. Throws ActRefused TOO_BUSY when too many wait. */
export function hashPassword(password: string): Promise<string> {
  return queued(() => hash(password, COST));
}

/** Whether the password is the one; a missing hash takes the same time and says no. */
export async function passwordFits(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash(crypto.randomUUID(), COST);
  const against = passwordHash ?? (await decoy);
  const fits = await queued(() => verify(against, password));
  return fits && passwordHash !== undefined;
}

async function queued<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAY_WAIT) {
      throw new ActRefused([
        { rule: 'sign-in-queue', article: null, field: null, code: 'TOO_BUSY', params: {} },
      ]);
    }
    await new Promise<void>((free) => waiting.push(free));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
