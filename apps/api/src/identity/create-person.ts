import { ROLES, type Role } from '#regulation/enumerations';
import { passwordRefusals } from '#regulation/identity/password-policy';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { refuseIfAny } from '../platform/refused.ts';
import { hashPassword } from './passwords.ts';

export interface NewPerson {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
}

export interface NewAppointment {
  readonly role: Role;
  readonly organisationId: string;
  readonly jurisdictions: readonly string[];
}

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,39}$/;

/** Creates a person who may sign in. Refuses every bad field at once; a taken name by its own code. */
export async function createPerson(
  tx: EntityManager,
  person: NewPerson,
  now: Date,
  options: { anyPassword?: boolean } = {},
): Promise<string> {
  const username = person.username.trim().toLowerCase();
  const displayName = person.displayName.trim();
  const refusals: Refusal[] = [];
  if (!USERNAME.test(username)) refusals.push(refusal('username', 'USERNAME_MALFORMED'));
  if (displayName === '' || displayName.length > 60)
    refusals.push(refusal('displayName', 'NAME_LENGTH', { most: 60 }));
  if (!options.anyPassword) refusals.push(...passwordRefusals(person.password, username));
  const [taken] = await tx.query<unknown[]>(`select 1 from person where username = $1`, [username]);
  if (taken) refusals.push(refusal('username', 'USERNAME_TAKEN', { username }));
  refuseIfAny(refusals);
  const id = uuidv7();
  await tx.query(
    `insert into person (id, username, display_name, password_hash, created_at) values ($1, $2, $3, $4, $5)`,
    [id, username, displayName, await hashPassword(person.password), now],
  );
  return id;
}

/** Gives a person authority. Doing it again replaces the jurisdictions. */
export async function appoint(
  tx: EntityManager,
  personId: string,
  appointment: NewAppointment,
): Promise<void> {
  if (!ROLES.includes(appointment.role))
    refuseIfAny([refusal('role', 'UNKNOWN_VALUE', { value: appointment.role })]);
  const [organisation] = await tx.query<{ disabled: boolean }[]>(
    `select disabled_at is not null as disabled from organisation where id = $1`,
    [appointment.organisationId],
  );
  if (!organisation) refuseIfAny([refusal('organisationId', 'NOT_FOUND')]);
  if (organisation?.disabled) refuseIfAny([refusal('organisationId', 'ORGANISATION_DISABLED')]);
  const known = await tx.query<{ code: string }[]>(`select code from jurisdiction where code = any($1)`, [
    appointment.jurisdictions,
  ]);
  const unknown = appointment.jurisdictions.filter((code) => !known.some((row) => row.code === code));
  refuseIfAny(unknown.map((code) => refusal('jurisdictions', 'UNKNOWN_JURISDICTION', { value: code })));
  await tx.query(
    `insert into appointment (id, person_id, role, organisation_id, jurisdictions) values ($1, $2, $3, $4, $5)
     on conflict (person_id, role, organisation_id) do update set jurisdictions = excluded.jurisdictions`,
    [uuidv7(), personId, appointment.role, appointment.organisationId, appointment.jurisdictions],
  );
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params'] = {}): Refusal {
  return { rule: 'people-and-organisations', article: null, field, code, params };
}
