import DataLoader from 'dataloader';
import type { Actor } from '#regulation/actor';
import type { ActivationStage } from '#regulation/enumerations';
import type { DecidingLevel } from '#regulation/activation/command-post';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import type { Office } from '../platform/office.ts';
import { Shelter } from '../registry/shelter.entity.ts';
import { CommandPostMember } from './post-members.entity.ts';
import { ShelterReport, VolunteerStation } from './site-records.entity.ts';

const MOST_MEMBERS = 50;
const MOST_REPORTS = 50;

/** What a page of opened shelters needs beside its rows: one query each, however many rows. */
export function activationLoaders({ dataSource }: Office, context: GraphqlContext) {
  return oncePerRequest(
    context,
    () => ({
      shelters: new DataLoader<string, Shelter>(async (ids) => {
        const rows = await dataSource
          .getRepository(Shelter)
          .createQueryBuilder('shelter')
          .where('shelter.id = any(:ids)', { ids })
          .getMany();
        return ids.map((id) => rows.find((row) => row.id === id) ?? new Error(`no shelter ${id}`));
      }),
      members: new DataLoader<string, CommandPostMember[]>(async (ids) => {
        const rows = await dataSource
          .getRepository(CommandPostMember)
          .createQueryBuilder('member')
          .where('member.activationShelterId = any(:ids) and member.endedAt is null', { ids })
          .orderBy('member.appointedAt')
          .addOrderBy('member.id')
          .limit(MOST_MEMBERS * ids.length)
          .getMany();
        return ids.map((id) => rows.filter((row) => row.activationShelterId === id));
      }),
      stations: new DataLoader<string, VolunteerStation | null>(async (ids) => {
        const rows = await dataSource
          .getRepository(VolunteerStation)
          .createQueryBuilder('station')
          .where('station.activationShelterId = any(:ids)', { ids })
          .getMany();
        return ids.map((id) => rows.find((row) => row.activationShelterId === id) ?? null);
      }),
      reports: new DataLoader<string, ShelterReport[]>(async (ids) => {
        const rows = await dataSource
          .getRepository(ShelterReport)
          .createQueryBuilder('report')
          .where(
            `report.id in (select latest.id from unnest(:ids::uuid[]) as asked (id) cross join lateral (
               select id from shelter_report where activation_shelter_id = asked.id
               order by received_at desc, id desc limit ${MOST_REPORTS}) latest)`,
            { ids },
          )
          .orderBy('report.receivedAt', 'DESC')
          .addOrderBy('report.id', 'DESC')
          .getMany();
        return ids.map((id) => rows.filter((row) => row.activationShelterId === id));
      }),
      shelterCounts: new DataLoader<string, number>(async (ids) => {
        const rows = await dataSource.query<{ id: string; count: number }[]>(
          `select activation_id as id, count(*)::int as count from activation_shelter
           where activation_id = any($1) group by activation_id`,
          [ids],
        );
        return ids.map((id) => rows.find((row) => row.id === id)?.count ?? 0);
      }),
      stages: new DataLoader<string, ActivationStage>(async (ids) => {
        const rows = await dataSource.query<{ id: string; stage: ActivationStage }[]>(
          `select id, stage from activation where id = any($1)`,
          [ids],
        );
        return ids.map((id) => rows.find((row) => row.id === id)?.stage ?? new Error(`no activation ${id}`));
      }),
      levels: new DataLoader<string, DecidingLevel>(async (codes) => {
        const rows = await dataSource.query<{ code: string; level: string }[]>(
          `select code, level from jurisdiction where code = any($1)`,
          [codes],
        );
        return codes.map((code) =>
          rows.some((row) => row.code === code && row.level === 'COMMITTEE') ? 'COMMITTEE' : 'COUNTY',
        );
      }),
    }),
    activationLoaders,
  );
}

/** Whether the actor sits in the command post of each opened shelter; one query for all. */
export function seatLoader({ dataSource }: Office, context: GraphqlContext, actor: Actor) {
  return oncePerRequest(
    context,
    () =>
      new DataLoader<string, boolean>(async (ids) => {
        const rows = await dataSource.query<{ id: string }[]>(
          `select activation_shelter_id as id from command_post_member
           where activation_shelter_id = any($1) and person_id = $2 and ended_at is null`,
          [ids, actor.personId],
        );
        const seats = new Set(rows.map(({ id }) => id));
        return ids.map((id) => seats.has(id));
      }),
    seatLoader,
  );
}
