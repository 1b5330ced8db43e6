import type { OperationalStatus } from '#regulation/enumerations';
import type { DataSource } from 'typeorm';
import { Announcement } from './announcement.entity.ts';

/** Announcements, the newest first. */
export function findAnnouncements(dataSource: DataSource, first: number): Promise<Announcement[]> {
  return dataSource.getRepository(Announcement).find({
    relations: { jurisdiction: true },
    order: { announcedAt: 'DESC', id: 'DESC' },
    take: first,
  });
}

const IDENTIFIER = /^[A-Za-z0-9-]{1,80}$/u;

/** One announcement by its CAP identifier; null for what cannot be one. */
export async function findAnnouncement(
  dataSource: DataSource,
  identifier: string,
): Promise<Announcement | null> {
  if (!IDENTIFIER.test(identifier)) return null;
  return dataSource
    .getRepository(Announcement)
    .findOne({ where: { identifier }, relations: { jurisdiction: true } });
}

/** What has become of an activation that was announced; `endedAt` is null as long as it is in force. */
export interface AnnouncedActivation {
  readonly id: string;
  readonly number: string;
  readonly live: boolean;
  readonly endedAt: Date | null;
}

/** The activations that were announced, by their ids. */
export async function findActivations(
  dataSource: DataSource,
  activationIds: readonly string[],
): Promise<ReadonlyMap<string, AnnouncedActivation>> {
  const rows = await dataSource.query<AnnouncedActivation[]>(
    `select id, number, stage = 'LIVE' as live, coalesce(closed_at, ended_at) as "endedAt"
     from activation where id = any($1)`,
    [activationIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface AnnouncedShelterRow {
  readonly announcementId: string;
  readonly code: string;
  readonly name: string;
  readonly listed: boolean;
  readonly operationalStatus: OperationalStatus | null;
  readonly lastConfirmedAt: Date | null;
}

/** More are not named on the page of one announcement. */
const MOST_SHELTERS = 200;

/**
 * The shelters each announcement speaks of, by code: those opened in its own act, at its end those that were still open. What one
 * of them is doing is told only where the public may see it.
 */
export async function findAnnouncedShelters(
  dataSource: DataSource,
  announcementIds: readonly string[],
): Promise<AnnouncedShelterRow[]> {
  return dataSource.query<AnnouncedShelterRow[]>(
    `select announcement.id as "announcementId", named.code, named.name, named.listed,
            case when named.listed then named.operational_status end as "operationalStatus",
            case when named.listed then named.last_confirmed_at end as "lastConfirmedAt"
     from announcement cross join lateral (
       select s.code, s.name, s.operational_status, s.last_confirmed_at,
              s.deregistered_at is null
                and (p.status = 'PUBLISHED' or p.announced and s.location is not null) as listed
       from activation_shelter opened
       join shelter s on s.id = opened.shelter_id
       left join publication p on p.shelter_id = s.id
       where opened.activation_id = announcement.activation_id
         and case when announcement.occasion = 'CLOSING'
             then opened.released_at is null or opened.released_at >= announcement.announced_at
             else opened.decided_at = announcement.announced_at end
       order by s.code limit ${MOST_SHELTERS}) named
     where announcement.id = any($1)
     order by announcement.id, named.code`,
    [announcementIds],
  );
}
