import type { Actor } from '#regulation/actor';
import type { Office } from '../office.ts';
import type { KeptFile } from './store-file.ts';

/** Whether somebody (null: the public) may read a file, as far as one stage can tell. Stages contribute theirs. */
export type FileReader = (office: Office, fileId: string, reader: Actor | null) => Promise<boolean>;

export type FoundFile = KeptFile & { readonly keptBy: string | null };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A kept file by its id; undefined when there is none. */
export async function findStoredFile(office: Office, id: string): Promise<FoundFile | undefined> {
  if (!UUID.test(id)) return undefined;
  const [file] = await office.dataSource.query<FoundFile[]>(
    `select id, encode(sha256, 'hex') as sha256, bytes::double precision as bytes, media_type as "mediaType",
            file_name as "fileName", kept_by as "keptBy"
     from stored_file where id = $1`,
    [id],
  );
  return file;
}

/** A file that the reader uploaded, or that one of the stages lets the reader see; undefined when not, or not there. */
export async function findReadableFile(
  office: Office,
  id: string,
  reader: Actor | null,
  readers: readonly FileReader[],
): Promise<FoundFile | undefined> {
  const file = await findStoredFile(office, id);
  if (!file) return undefined;
  if (reader && file.keptBy === reader.personId) return file;
  for (const mayRead of readers) if (await mayRead(office, id, reader)) return file;
  return undefined;
}
