import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { DataSource } from 'typeorm';
import type { ShelterFacts } from './paper-order.ts';

/** A version of a shelter for its papers (the one on file when none is named), if the actor may read it. */
export async function findShelterFacts(
  dataSource: DataSource,
  actor: Actor,
  code: string,
  version: number | null,
): Promise<ShelterFacts | undefined> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const [facts] = await dataSource.query<ShelterFacts[]>(
    `select shelter.code, unit.name as unit, jurisdiction.name as jurisdiction, shelter.demo, shelter.filed_at as "filedAt",
            shelter.deregistered_at as "deregisteredAt", version.version, shelter.version as "versionNow",
            version.recorded_at as "recordedAt", version.contents, publication.status as publication,
            edition.label as edition, publication.version as "publishedVersion"
     from shelter
     join shelter_version version on version.shelter_id = shelter.id and version.version = coalesce($2, shelter.version)
     join organisation unit on unit.id = shelter.unit_id
     join jurisdiction on jurisdiction.code = shelter.jurisdiction_code
     join publication on publication.shelter_id = shelter.id
     left join edition on edition.number = publication.edition
     where shelter.code = $1 and ($3 or shelter.jurisdiction_code = any($4) or shelter.unit_id = any($5))`,
    [code, version, everywhere, jurisdictions, units],
  );
  return facts;
}
