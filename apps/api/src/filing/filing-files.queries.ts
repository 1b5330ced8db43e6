import { reach } from '#regulation/authority';
import type { FileReader } from '../platform/files/stored-file.queries.ts';

/** A file that a filing speaks of is read by whoever may read the filing. */
export const mayReadFilingFile: FileReader = async (office, fileId, reader) => {
  if (!reader) return false;
  const { everywhere, jurisdictions, units } = reach(reader, 'readFilings');
  if (!everywhere && jurisdictions.length + units.length === 0) return false;
  const [found] = await office.dataSource.query<unknown[]>(
    `select 1 from filing
     where file_ids @> array[$1::uuid] and ($2 or jurisdiction_code = any($3) or unit_id = any($4)) limit 1`,
    [fileId, everywhere, jurisdictions, units],
  );
  return found !== undefined;
};
