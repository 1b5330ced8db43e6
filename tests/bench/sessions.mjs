// Somebody who is signed in, straight in the database: what a bench measures is not the signing in.
import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** Sessions of one new officer; answers their tokens. */
export async function sessionsOf(client, { role, kind, jurisdiction }, count) {
  const [person, organisation] = [randomUUID(), randomUUID()];
  await client.query(
    `insert into organisation (id, name, kind, jurisdiction_code, created_at)
     values ($1, 'Bench', $2, $3, clock_timestamp())`,
    [organisation, kind, jurisdiction],
  );
  await client.query(
    `insert into person (id, username, display_name, password_hash, created_at)
     values ($1, 'bench', 'Bench', '-', clock_timestamp())`,
    [person],
  );
  await client.query(
    `insert into appointment (id, person_id, role, organisation_id, jurisdictions)
     values ($1, $2, $3, $4, array[$5])`,
    [randomUUID(), person, role, organisation, jurisdiction],
  );
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'));
  for (const token of tokens) {
    await client.query(
      `insert into session (id, person_id, token_hash, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '1 hour')`,
      [randomUUID(), person, createHash('sha256').update(token).digest()],
    );
  }
  return tokens;
}
