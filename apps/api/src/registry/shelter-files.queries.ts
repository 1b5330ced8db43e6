import { reach } from '#regulation/authority';
import type { FileReader } from '../platform/files/stored-file.queries.ts';

/** A file that a shelter speaks of, now or in an earlier version, is read by whoever may read the shelter. */
export const mayReadShelterFile: FileReader = async (office, fileId, reader) => {
  if (!reader) return false;
  const { everywhere, jurisdictions, units } = reach(reader, 'readRegistry');
  if (!everywhere && jurisdictions.length + units.length === 0) return false;
  const [found] = await office.dataSource.query<unknown[]>(
    `select 1 from shelter
     where ($2 or jurisdiction_code = any($3) or unit_id = any($4))
       and (file_ids @> array[$1::uuid] or exists (
         select 1 from shelter_version version
         where version.shelter_id = shelter.id and version.version < shelter.version
           and (version.contents->>'zonePlanFileId' = $1::text or version.contents->'otherPaperFileIds' ? $1::text)))
     limit 1`,
    [fileId, everywhere, jurisdictions, units],
  );
  return found !== undefined;
};
