import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { CorrectionNotice } from './correction-notice.entity.ts';
import { Shelter } from './shelter.entity.ts';
import type { VersionKey } from './shelter.queries.ts';

/** What the actor's units have not read yet, the latest first. */
export async function findUnreadCorrections(
  dataSource: DataSource,
  actor: Actor,
  first: number,
  after: string | null,
): Promise<Connection<CorrectionNotice>> {
  const query = () => ofUnits(dataSource, actor).andWhere('notice.readAt is null');
  const rows = query()
    .orderBy('notice.toldAt', 'DESC')
    .addOrderBy('notice.shelterId', 'DESC')
    .addOrderBy('notice.version', 'DESC')
    .limit(first + 1);
  const cursor = readCursor(after, 3);
  if (cursor) {
    rows.andWhere(
      '(notice.told_at, notice.shelter_id, notice.version) < (cast(:at as timestamptz), cast(:id as uuid), cast(:version as integer))',
      { at: String(cursor[0]), id: String(cursor[1]), version: Number(cursor[2]) },
    );
  }
  return toConnection(
    await rows.getMany(),
    first,
    ({ toldAt, shelterId, version }) => [toldAt.toISOString(), shelterId, version],
    () => query().getCount(),
  );
}

/** The notice of each version in the order asked, null where none was told; one query for all. */
export async function findNotices(
  dataSource: DataSource,
  keys: readonly VersionKey[],
): Promise<(CorrectionNotice | null)[]> {
  const found = await dataSource
    .getRepository(CorrectionNotice)
    .createQueryBuilder('notice')
    .where('notice.shelterId = any(:ids)', { ids: [...new Set(keys.map(({ shelterId }) => shelterId))] })
    .andWhere('notice.version = any(:versions)', {
      versions: [...new Set(keys.map(({ version }) => version))],
    })
    .getMany();
  const byKey = new Map(found.map((notice) => [`${notice.shelterId} ${notice.version}`, notice]));
  return keys.map(({ shelterId, version }) => byKey.get(`${shelterId} ${version}`) ?? null);
}

/** Shelters by id, in the order asked; one query for all. */
export async function findSheltersOf(
  dataSource: DataSource,
  ids: readonly string[],
): Promise<(Shelter | Error)[]> {
  const found = await dataSource
    .getRepository(Shelter)
    .createQueryBuilder('shelter')
    .where('shelter.id = any(:ids)', { ids })
    .getMany();
  const byId = new Map(found.map((shelter) => [shelter.id, shelter]));
  return ids.map((id) => byId.get(id) ?? new Error(`no shelter ${id}`));
}

function ofUnits(dataSource: DataSource, actor: Actor): SelectQueryBuilder<CorrectionNotice> {
  const { units } = reach(actor, 'acknowledgeCorrection');
  return dataSource
    .getRepository(CorrectionNotice)
    .createQueryBuilder('notice')
    .where('notice.unitId = any(:units)', { units });
}
