import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { FacilityType } from '#regulation/enumerations';
import { CITY_GRADES } from '#regulation/maintenance/same-level';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { FileReader } from '../platform/files/stored-file.queries.ts';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { Shelter } from '../registry/shelter.entity.ts';
import { MaintenanceArrangement } from './maintenance-arrangement.entity.ts';

/** So much of the past is shown of one facility. */
const MOST_PAST = 20;

/** What stands and what stood of the maintenance of each shelter, newest first; one query for all. */
export async function arrangementsOf(
  dataSource: DataSource,
  shelterIds: readonly string[],
): Promise<MaintenanceArrangement[][]> {
  const rows = await dataSource
    .getRepository(MaintenanceArrangement)
    .createQueryBuilder('arrangement')
    .where(
      `arrangement.id in (select id from (
         select id, stage, row_number() over (partition by shelter_id, facility_type, stage = 'ENDED'
           order by recorded_at desc, id desc) as nth
         from maintenance_arrangement where shelter_id = any(:shelterIds)) recent where nth <= :most)`,
      { shelterIds, most: MOST_PAST },
    )
    .orderBy('arrangement.recordedAt', 'DESC')
    .addOrderBy('arrangement.id', 'DESC')
    .getMany();
  return shelterIds.map((id) => rows.filter(({ shelterId }) => shelterId === id));
}

/** One arrangement, if the actor may read its shelter. */
export function findArrangement(
  dataSource: DataSource,
  actor: Actor,
  id: string,
): Promise<MaintenanceArrangement | null> {
  return readable(dataSource, actor).andWhere('arrangement.id = :id', { id }).getOne();
}

/** What is in force of one facility, if the actor may read its shelter. */
export function findInForce(
  dataSource: DataSource,
  actor: Actor,
  shelterId: string,
  facilityType: FacilityType,
): Promise<MaintenanceArrangement | null> {
  return readable(dataSource, actor)
    .andWhere(`arrangement.shelterId = :shelterId and arrangement.facilityType = :facilityType`, {
      shelterId,
      facilityType,
    })
    .andWhere(`arrangement.stage in ('AGREED', 'DETERMINED')`)
    .getOne();
}

/** Disagreements that it is the actor's to determine (Art. 17: the same level), longest waiting first. */
export async function findToDetermine(
  dataSource: DataSource,
  actor: Actor,
  first: number,
  after: string | null,
): Promise<Connection<MaintenanceArrangement>> {
  const query = () => toDetermine(dataSource, actor);
  const rows = query()
    .orderBy('arrangement.saidOn')
    .addOrderBy('arrangement.id')
    .limit(first + 1);
  const cursor = readCursor(after, 2);
  if (cursor) {
    rows.andWhere('(arrangement.said_on, arrangement.id) > (cast(:on as date), cast(:id as uuid))', {
      on: String(cursor[0]),
      id: String(cursor[1]),
    });
  }
  return toConnection(
    await rows.getMany(),
    first,
    ({ saidOn, id }) => [saidOn, id],
    () => query().getCount(),
  );
}

/** A document of an arrangement is read by whoever may read the shelter. */
export const mayReadMaintenanceFile: FileReader = async (office, fileId, reader) => {
  if (!reader) return false;
  const { everywhere, jurisdictions, units } = reach(reader, 'readRegistry');
  if (!everywhere && jurisdictions.length + units.length === 0) return false;
  const [found] = await office.dataSource.query<unknown[]>(
    `select 1 from maintenance_arrangement arrangement join shelter on shelter.id = arrangement.shelter_id
     where (document_file_id = $1 or signed_paper_file_id = $1 or determination_file_id = $1)
       and ($2 or shelter.jurisdiction_code = any($3) or shelter.unit_id = any($4)) limit 1`,
    [fileId, everywhere, jurisdictions, units],
  );
  return found !== undefined;
};

function readable(dataSource: DataSource, actor: Actor): SelectQueryBuilder<MaintenanceArrangement> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const query = ofShelters(dataSource);
  if (everywhere) return query;
  return query.andWhere('(shelter.jurisdictionCode = any(:jurisdictions) or shelter.unitId = any(:units))', {
    jurisdictions,
    units,
  });
}

/** The city's grades for who may determine everywhere, the others for the jurisdiction's own. */
function toDetermine(dataSource: DataSource, actor: Actor): SelectQueryBuilder<MaintenanceArrangement> {
  const { everywhere, jurisdictions } = reach(actor, 'determineMaintenance');
  return ofShelters(dataSource)
    .andWhere(`arrangement.stage = 'DISAGREED'`)
    .andWhere(
      `case when shelter.grade = any(:cityGrades) then :everywhere
            else shelter.jurisdiction_code = any(:jurisdictions) end`,
      { cityGrades: CITY_GRADES, everywhere, jurisdictions },
    );
}

function ofShelters(dataSource: DataSource): SelectQueryBuilder<MaintenanceArrangement> {
  return dataSource
    .getRepository(MaintenanceArrangement)
    .createQueryBuilder('arrangement')
    .innerJoin(Shelter, 'shelter', 'shelter.id = arrangement.shelter_id')
    .where('true');
}
