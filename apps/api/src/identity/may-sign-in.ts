/**
 * SQL: whether a row aliased `person` may be signed in. Nobody disabled the account, and of its offices at least one
 * is in an organisation that is not disabled; an account without any office may look at its own things.
 */
export const MAY_SIGN_IN = `person.disabled_at is null and (
  not exists (select 1 from appointment where appointment.person_id = person.id)
  or exists (select 1 from appointment join organisation on organisation.id = appointment.organisation_id
             where appointment.person_id = person.id and organisation.disabled_at is null))`;

/** SQL: the offices that give a row aliased `person` authority, as `appointment`, or nulls when there is none. */
export const LIVE_APPOINTMENTS = `left join (appointment join organisation
  on organisation.id = appointment.organisation_id and organisation.disabled_at is null)
  on appointment.person_id = person.id`;
