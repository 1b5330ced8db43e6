import { reach } from '#regulation/authority';
import type { FileReader } from '../../platform/files/stored-file.queries.ts';

/** A paper of a notice is read by whoever may read filings there. */
export const mayReadRebuildFile: FileReader = async (office, fileId, reader) => {
  if (!reader) return false;
  const { everywhere, jurisdictions, units } = reach(reader, 'readFilings');
  if (!everywhere && jurisdictions.length + units.length === 0) return false;
  const [found] = await office.dataSource.query<unknown[]>(
    `select 1 from rebuild_notice notice join shelter on shelter.id = notice.shelter_id
     where notice.file_ids @> array[$1::uuid]
       and ($2 or notice.jurisdiction_code = any($3) or shelter.unit_id = any($4)) limit 1`,
    [fileId, everywhere, jurisdictions, units],
  );
  return found !== undefined;
};
