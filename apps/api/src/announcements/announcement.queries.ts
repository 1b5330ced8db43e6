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

/** One announcement by its CAP identifier. */
export function findAnnouncement(dataSource: DataSource, identifier: string): Promise<Announcement | null> {
  return dataSource
    .getRepository(Announcement)
    .findOne({ where: { identifier }, relations: { jurisdiction: true } });
}

/** Activations among them that are still live. */
export async function findLive(
  dataSource: DataSource,
  activationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await dataSource.query<{ id: string }[]>(
    `select id from activation where id = any($1) and stage = 'LIVE'`,
    [activationIds],
  );
  return new Set(rows.map(({ id }) => id));
}
