import type { Role } from '#regulation/enumerations';
import type { DataSource } from 'typeorm';
import { LIVE_APPOINTMENTS, MAY_SIGN_IN } from '../identity/may-sign-in.ts';
import type { Officer } from '../identity/officer.ts';

/** Somebody by user name, with all appointments, for commands at the machine itself; null when there is none. */
export async function officerNamed(dataSource: DataSource, username: string): Promise<Officer | null> {
  const rows = await dataSource.query<
    {
      person_id: string;
      display_name: string;
      role: Role | null;
      organisation_id: string | null;
      jurisdictions: string[] | null;
    }[]
  >(
    `select person.id as person_id, display_name, role, organisation_id, jurisdictions
     from person ${LIVE_APPOINTMENTS}
     where username = $1 and ${MAY_SIGN_IN} order by appointment.id limit 200`,
    [username.toLowerCase()],
  );
  const [first] = rows;
  if (!first) return null;
  return {
    personId: first.person_id,
    username,
    displayName: first.display_name,
    sessionId: '',
    appointments: rows.flatMap(({ role, organisation_id: organisationId, jurisdictions }) =>
      role && organisationId ? [{ role, organisationId, jurisdictions: jurisdictions ?? [] }] : [],
    ),
  };
}
