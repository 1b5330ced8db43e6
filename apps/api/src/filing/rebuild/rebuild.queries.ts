import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import { civilDateOf, type CivilDate } from '#regulation/civil-date';
import type { RebuildStage } from '#regulation/enumerations';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import type { Office } from '../../platform/office.ts';
import { RebuildNotice } from './rebuild-notice.entity.ts';

export interface RebuildFilterFacts {
  readonly shelterId?: string | null;
  readonly jurisdictionCode?: string | null;
  readonly stages?: readonly RebuildStage[] | null;
  readonly overdue?: boolean | null;
  readonly text?: string | null;
}

/** Notices of rebuilds within the actor's reach, the one given last first. */
export async function findRebuilds(
  { dataSource, clock }: Office,
  actor: Actor,
  filter: RebuildFilterFacts,
  first: number,
  after: string | null,
): Promise<Connection<RebuildNotice>> {
  const today = civilDateOf(clock.now());
  const query = () => narrowed(readable(dataSource, actor), filter, today);
  const rows = query()
    .orderBy('notice.givenAt', 'DESC')
    .addOrderBy('notice.id', 'DESC')
    .limit(first + 1);
  const [at, id] = readCursor(after, 2) ?? [];
  if (at !== undefined && id !== undefined) {
    const passed = { at: String(at), id: String(id) };
    rows.andWhere('(notice.given_at, notice.id) < (cast(:at as timestamptz), cast(:id as uuid))', passed);
  }
  return toConnection(
    await rows.getMany(),
    first,
    (notice) => [notice.givenAt.toISOString(), notice.id],
    () => query().getCount(),
  );
}

/** One notice, if the actor may read it. */
export function findRebuild(dataSource: DataSource, actor: Actor, id: string): Promise<RebuildNotice | null> {
  return readable(dataSource, actor).andWhere('notice.id = :id', { id }).getOne();
}

function readable(dataSource: DataSource, actor: Actor): SelectQueryBuilder<RebuildNotice> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const query = dataSource.getRepository(RebuildNotice).createQueryBuilder('notice').where('true');
  if (everywhere) return query;
  return query.andWhere(
    `(notice.jurisdictionCode = any(:jurisdictions) or exists (
       select 1 from shelter own where own.id = notice.shelter_id and own.unit_id = any(:units)))`,
    { jurisdictions, units },
  );
}

function narrowed(
  query: SelectQueryBuilder<RebuildNotice>,
  { shelterId, jurisdictionCode, stages, overdue, text }: RebuildFilterFacts,
  today: CivilDate,
): SelectQueryBuilder<RebuildNotice> {
  if (shelterId) query.andWhere('notice.shelterId = :shelterId', { shelterId });
  if (jurisdictionCode) query.andWhere('notice.jurisdictionCode = :jurisdictionCode', { jurisdictionCode });
  if (stages?.length) query.andWhere('notice.stage = any(:stages)', { stages });
  if (overdue) query.andWhere(`notice.stage = 'NOTIFIED' and notice.endsOn < :today`, { today });
  if (text?.trim()) {
    query.andWhere(
      `exists (select 1 from shelter named where named.id = notice.shelter_id
         and (position(:text in named.name) > 0 or named.code = :text))`,
      { text: text.trim().slice(0, 100) },
    );
  }
  return query;
}
