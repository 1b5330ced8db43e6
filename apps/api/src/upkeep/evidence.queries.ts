import { reach } from '#regulation/authority';
import type { EvidenceMethod, RetentionClass } from '#regulation/enumerations';
import type { DataSource } from 'typeorm';
import type { FileReader } from '../platform/files/stored-file.queries.ts';

export interface EvidenceRow {
  readonly id: string;
  readonly aboutId: string;
  readonly fileId: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly method: EvidenceMethod;
  readonly madeAt: Date;
  readonly receivedAt: Date;
  readonly maker: string;
  readonly proves: string;
  readonly retention: RetentionClass;
}

/** The evidence of each deed or defect, in the order it was made; one query for all. */
export async function evidenceOf(
  dataSource: DataSource,
  aboutIds: readonly string[],
): Promise<EvidenceRow[][]> {
  const rows = await dataSource.query<EvidenceRow[]>(
    `select evidence.id, about_id as "aboutId", file_id as "fileId", encode(file.sha256, 'hex') as sha256,
            file.media_type as "mediaType", method, made_at as "madeAt", received_at as "receivedAt", maker, proves, retention
     from evidence join stored_file file on file.id = evidence.file_id
     where about_id = any($1) order by made_at, evidence.id limit $2`,
    [aboutIds, 200 * aboutIds.length],
  );
  return aboutIds.map((id) => rows.filter((row) => row.aboutId === id));
}

/** Evidence is read by whoever may read the shelter it is about; it is released to nobody else. */
export const mayReadEvidenceFile: FileReader = async (office, fileId, reader) => {
  if (!reader) return false;
  const { everywhere, jurisdictions, units } = reach(reader, 'readRegistry');
  if (!everywhere && jurisdictions.length + units.length === 0) return false;
  const [found] = await office.dataSource.query<unknown[]>(
    `select 1 from evidence join shelter on shelter.id = evidence.shelter_id
     where evidence.file_id = $1 and ($2 or jurisdiction_code = any($3) or unit_id = any($4)) limit 1`,
    [fileId, everywhere, jurisdictions, units],
  );
  return found !== undefined;
};
