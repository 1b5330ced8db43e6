import type { Role } from './enumerations.ts';

/** Authority is (role, organisation, jurisdictions). */
export interface Appointment {
  role: Role;
  organisationId: string;
  jurisdictions: readonly string[];
}

/** One person may hold several roles; what any of them allows is allowed. */
export interface Actor {
  personId: string;
  appointments: readonly Appointment[];
}

const CITY_WIDE: ReadonlySet<Role> = new Set<Role>(['CITY_EM', 'CITY_GOVERNMENT', 'ADMIN']);

/** City-wide roles reach every jurisdiction, whatever their list says; the others only those listed. */
export function coversJurisdiction(appointment: Appointment, jurisdictionCode: string): boolean {
  return CITY_WIDE.has(appointment.role) || appointment.jurisdictions.includes(jurisdictionCode);
}
