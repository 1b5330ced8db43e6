import type { FileReader } from '../platform/files/stored-file.queries.ts';
import { ANNOUNCED, PUBLIC_FROM } from './public-rows.ts';

/** The zone plan of what the public sees is anybody's to see. */
export const isPublicZonePlan: FileReader = async (office, fileId) => {
  const [found] = await office.dataSource.query<unknown[]>(
    `select 1 from publication where zone_plan_file_id = $1::uuid and status = 'PUBLISHED'
     union all
     select 1 from ${PUBLIC_FROM} where ${ANNOUNCED.condition} and s.contents->>'zonePlanFileId' = $1::uuid::text
     limit 1`,
    [fileId],
  );
  return found !== undefined;
};
