import { mayPerform, type ActName } from '#regulation/authority';
import type { Appointment } from '#regulation/actor';
import { appoint, createPerson, type NewAppointment, type NewPerson } from '../identity/create-person.ts';
import { Organisation } from '../identity/organisation.entity.ts';
import { findOrCreateOrganisation, type NewOrganisation } from '../identity/create-organisation.ts';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { ActRefused } from '../platform/refused.ts';
import { CITY } from './administration-processes.ts';

const MOST_APPOINTMENTS = 50;

/** The appointment that lets an officer keep people and organisations; refused without one. */
export function refuseUnlessAdministrator(officer: Officer, act: ActName): Appointment {
  const appointment = mayPerform(officer, act, { jurisdictionCode: CITY, unitId: null });
  if (appointment) return appointment;
  throw new ActRefused([
    { rule: 'authority', article: null, field: null, code: 'NO_AUTHORITY', params: { act } },
  ]);
}

/** Creates an account with its appointments; nothing is kept when any part is refused. */
export async function addPerson(
  office: Office,
  officer: Officer,
  input: NewPerson & { readonly appointments: readonly NewAppointment[] },
): Promise<string> {
  const appointment = refuseUnlessAdministrator(officer, 'keepPeople');
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

/** Adds an organisation, or finds the one of that name in the jurisdiction. */
export async function addOrganisation(
  office: Office,
  officer: Officer,
  input: NewOrganisation,
): Promise<Organisation> {
  const appointment = refuseUnlessAdministrator(officer, 'keepOrganisations');
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
    return tx.getRepository(Organisation).findOneByOrFail({ id });
  });
}
