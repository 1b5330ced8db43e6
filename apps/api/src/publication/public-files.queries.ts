import type { FileReader } from '../platform/files/stored-file.queries.ts';

/** The zone plan of a published version is anybody's to see. */
export const isPublicZonePlan: FileReader = async (office, fileId) => {
  const [found] = await office.dataSource.query<unknown[]>(
    `select 1 from publication where zone_plan_file_id = $1 and status = 'PUBLISHED' limit 1`,
    [fileId],
  );
  return found !== undefined;
};
