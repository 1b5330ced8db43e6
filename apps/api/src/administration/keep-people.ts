import { mayPerform } from '#regulation/authority';
import type { Appointment } from '#regulation/actor';
import { appoint, createPerson, type NewAppointment, type NewPerson } from '../identity/create-person.ts';
import { findOrCreateOrganisation, type NewOrganisation } from '../identity/create-organisation.ts';
import type { Officer } from '../identity/officer.ts';
import { endSessions } from '../identity/sessions.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { ActRefused } from '../platform/refused.ts';

/** Where the city keeps what concerns no single county. */
const CITY = '411200';
const MOST_APPOINTMENTS = 50;

/** The appointment that lets an officer keep people and organisations; refused without one. */
export function refuseUnlessAdministrator(officer: Officer): Appointment {
  const appointment = mayPerform(officer, 'keepOrganisations', { jurisdictionCode: CITY, unitId: null });
  if (appointment) return appointment;
  throw new ActRefused([
    {
      rule: 'authority',
      article: null,
      field: null,
      code: 'NO_AUTHORITY',
      params: { act: 'keepOrganisations' },
    },
  ]);
}

/** Creates an account with its appointments; nothing is kept when any part is refused. */
export async function addPerson(
  office: Office,
  officer: Officer,
  input: NewPerson & { readonly appointments: readonly NewAppointment[] },
): Promise<string> {
  const appointment = refuseUnlessAdministrator(officer);
  const { length: count } = input.appointments;
  if (count > MOST_APPOINTMENTS) {
    const params = { limit: MOST_APPOINTMENTS, count };
    throw new ActRefused([{ rule: 'appointments', article: null, field: 'roles', code: 'TOO_MANY', params }]);
  }
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    const id = await createPerson(tx, input, at);
    for (const one of input.appointments) await appoint(tx, id, one);
    await writeLedgerEntry(tx, {
      process: 'person',
      act: 'createPerson',
      article: null,
      at,
      by: officer,
      appointment,
      jurisdictionCode: CITY,
      subjects: [{ kind: 'person', id, from: null, to: 'ACTIVE' }],
      details: { roles: input.appointments.map(({ role }) => role) },
    });
    return id;
  });
}

/** Disables an account and ends its sessions; doing it again changes nothing. */
export async function disablePerson(office: Office, officer: Officer, id: string): Promise<void> {
  const appointment = refuseUnlessAdministrator(officer);
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const [person] = await tx.query<{ disabled_at: Date | null }[]>(
      `select disabled_at from person where id = $1 for update`,
      [id],
    );
    if (!person) {
      throw new ActRefused([
        {
          rule: 'subject-exists',
          article: null,
          field: 'id',
          code: 'NOT_FOUND',
          params: { process: 'person', missing: 1 },
        },
      ]);
    }
    if (person.disabled_at) return;
    await tx.query(`update person set disabled_at = $2 where id = $1`, [id, at]);
    await endSessions(tx, id, at);
    await writeLedgerEntry(tx, {
      process: 'person',
      act: 'disablePerson',
      article: null,
      at,
      by: officer,
      appointment,
      jurisdictionCode: CITY,
      subjects: [{ kind: 'person', id, from: 'ACTIVE', to: 'DISABLED' }],
      details: {},
    });
  });
}

/** Adds an organisation, or finds the one of that name in the jurisdiction. */
export async function addOrganisation(office: Office, officer: Officer, input: NewOrganisation) {
  const appointment = refuseUnlessAdministrator(officer);
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    const id = await findOrCreateOrganisation(tx, input, at);
    await writeLedgerEntry(tx, {
      process: 'organisation',
      act: 'createOrganisation',
      article: null,
      at,
      by: officer,
      appointment,
      jurisdictionCode: input.jurisdictionCode,
      subjects: [{ kind: 'organisation', id, from: null, to: 'ACTIVE' }],
      details: {},
    });
    return { id, name: input.name.trim(), kind: input.kind, jurisdictionCode: input.jurisdictionCode };
  });
}
