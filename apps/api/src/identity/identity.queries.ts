import type { AccountStage } from '#regulation/administration/acts';
import type { Role } from '#regulation/enumerations';
import type { DataSource } from 'typeorm';
import { Jurisdiction } from './jurisdiction.entity.ts';
import { Organisation, type OrganisationKind } from './organisation.entity.ts';

/** All jurisdictions in the order of their codes; imported divisions after the city's own. */
export function findJurisdictions(dataSource: DataSource, first: number): Promise<Jurisdiction[]> {
  return dataSource
    .getRepository(Jurisdiction)
    .createQueryBuilder('jurisdiction')
    .orderBy(
      `case jurisdiction.level when 'CITY' then 0 when 'COUNTY' then 1 when 'COMMITTEE' then 2 else 3 end`,
    )
    .addOrderBy('jurisdiction.code')
    .limit(first)
    .getMany();
}

export interface OrganisationFilter {
  readonly jurisdictionCode: string | null;
  readonly kind: OrganisationKind | null;
  readonly text: string | null;
  readonly withDisabled: boolean;
}

/** Organisations by name, at most `first`, narrowed by jurisdiction, kind and a part of the name. */
export function findOrganisations(
  dataSource: DataSource,
  filter: OrganisationFilter,
  first: number,
): Promise<Organisation[]> {
  const query = dataSource.getRepository(Organisation).createQueryBuilder('organisation');
  if (filter.jurisdictionCode)
    query.andWhere('organisation.jurisdictionCode = :code', { code: filter.jurisdictionCode });
  if (!filter.withDisabled) query.andWhere(`organisation.stage = 'ACTIVE'`);
  if (filter.kind) query.andWhere('organisation.kind = :kind', { kind: filter.kind });
  if (filter.text) query.andWhere('position(:text in organisation.name) > 0', { text: filter.text });
  return query.orderBy('organisation.name').addOrderBy('organisation.id').limit(first).getMany();
}

export interface SessionView {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly device: string | null;
}

/** Where a person is signed in now, newest first. */
export function findSessions(
  dataSource: DataSource,
  personId: string,
  now: Date,
  idleSince: Date,
): Promise<SessionView[]> {
  return dataSource.query<SessionView[]>(
    `select id, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt", device
     from session where person_id = $1 and revoked_at is null and expires_at > $2 and last_seen_at > $3
     order by created_at desc limit 50`,
    [personId, now, idleSince],
  );
}

export interface PersonAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly stage: AccountStage;
  readonly disabledAt: Date | null;
  readonly appointments: { role: Role; organisationId: string; jurisdictions: string[] }[];
}

/** Accounts by user name after a given one, at most `first`. */
export function findPeople(
  dataSource: DataSource,
  after: string | null,
  first: number,
): Promise<PersonAccount[]> {
  return dataSource.query<PersonAccount[]>(
    `select person.id, username, display_name as "displayName", stage, disabled_at as "disabledAt",
            coalesce(json_agg(json_build_object('role', role, 'organisationId', organisation_id, 'jurisdictions', jurisdictions)
              order by appointment.id) filter (where appointment.id is not null), '[]') as appointments
     from person left join appointment on appointment.person_id = person.id
     where $1::text is null or username > $1
     group by person.id order by username limit $2`,
    [after, first],
  );
}
