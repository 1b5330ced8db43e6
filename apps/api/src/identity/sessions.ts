import type { Role } from '#regulation/enumerations';
import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Office } from '../platform/office.ts';
import { LIVE_APPOINTMENTS, MAY_SIGN_IN } from './may-sign-in.ts';
import type { Officer } from './officer.ts';

const MINUTE = 60_000;
/** A session nobody uses ends after this long. */
export const IDLE_MS = 60 * MINUTE;
/** A session ends after this long whatever happens: one duty shift. */
export const LONGEST_MS = 12 * 60 * MINUTE;

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Opens a session and answers its token; only the hash is kept. */
export async function openSession(
  tx: EntityManager,
  personId: string,
  now: Date,
  device: string | null,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LONGEST_MS);
  await tx.query(
    `insert into session (id, person_id, token_hash, created_at, last_seen_at, expires_at, device)
     values ($1, $2, $3, $4, $4, $5, $6)`,
    [uuidv7(), personId, hashToken(token), now, expiresAt, device?.slice(0, 200) ?? null],
  );
  return { token, expiresAt };
}

interface SessionRow {
  readonly session_id: string;
  readonly person_id: string;
  readonly username: string;
  readonly display_name: string;
  readonly last_seen_at: Date;
  readonly role: Role | null;
  readonly organisation_id: string | null;
  readonly jurisdictions: string[] | null;
}

const SIGNED_IN = `
  select session.id as session_id, session.last_seen_at, person.id as person_id, person.username, person.display_name,
         appointment.role, appointment.organisation_id, appointment.jurisdictions
  from session
  join person on person.id = session.person_id
  ${LIVE_APPOINTMENTS}
  where session.revoked_at is null and ${MAY_SIGN_IN} and session.expires_at > $2 and session.last_seen_at > $3`;

/** Who holds this token now; null when it is unknown, ended, revoked, idle too long, or its person may not sign in. */
export async function officerOf(office: Office, token: string): Promise<Officer | null> {
  const now = office.clock.now();
  const rows = await office.dataSource.query<SessionRow[]>(
    `${SIGNED_IN} and session.token_hash = $1 order by appointment.id limit 200`,
    [hashToken(token), now, new Date(now.getTime() - IDLE_MS)],
  );
  const [first] = rows;
  if (!first) return null;
  if (now.getTime() - first.last_seen_at.getTime() > MINUTE) {
    await office.dataSource.query(`update session set last_seen_at = $2 where id = $1`, [
      first.session_id,
      now,
    ]);
  }
  return officerFrom(first, rows);
}

/** Which of these sessions still hold, and their officers as they are now; one query, and nobody counts as seen by it. */
export async function officersStillSignedIn(
  office: Office,
  sessionIds: readonly string[],
): Promise<Map<string, Officer>> {
  const now = office.clock.now();
  const rows = await office.dataSource.query<SessionRow[]>(
    `${SIGNED_IN} and session.id = any($1) order by session.id, appointment.id`,
    [sessionIds, now, new Date(now.getTime() - IDLE_MS)],
  );
  const bySession = new Map<string, [SessionRow, ...SessionRow[]]>();
  for (const row of rows) {
    const known = bySession.get(row.session_id);
    if (known) known.push(row);
    else bySession.set(row.session_id, [row]);
  }
  return new Map(
    [...bySession].map(([sessionId, appointed]) => [sessionId, officerFrom(appointed[0], appointed)]),
  );
}

function officerFrom(first: SessionRow, rows: readonly SessionRow[]): Officer {
  return {
    personId: first.person_id,
    username: first.username,
    displayName: first.display_name,
    sessionId: first.session_id,
    appointments: rows.flatMap(({ role, organisation_id: organisationId, jurisdictions }) =>
      role && organisationId ? [{ role, organisationId, jurisdictions: jurisdictions ?? [] }] : [],
    ),
  };
}

/** Ends one session of a person, or all of them. Answers how many ended. */
export async function endSessions(
  tx: EntityManager,
  personId: string,
  now: Date,
  only?: { sessionId?: string; except?: string },
): Promise<number> {
  const [, ended] = await tx.query<[unknown, number]>(
    `update session set revoked_at = $2
     where person_id = $1 and revoked_at is null and ($3::uuid is null or id = $3) and ($4::uuid is null or id <> $4)`,
    [personId, now, only?.sessionId ?? null, only?.except ?? null],
  );
  return ended;
}
