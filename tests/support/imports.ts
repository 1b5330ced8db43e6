import type { Somebody } from './city.ts';
import type { TestServer } from './server.ts';
import { upload } from './upload.ts';

const RUN = `id state profile total findingCount reportFileId refusals { code field message }
  columnsBy columns { position header field suggestion values }
  counts { read imported created updated unchanged refused held }
  findings { row column class code message cure } samples { row name verdict }`;

/** A column and what it is given to. */
export interface MappedColumn {
  readonly position: number;
  readonly header: string;
  readonly field: string | null;
}

export interface RunSeen {
  readonly id: string;
  readonly state: string;
  readonly profile: string | null;
  readonly total: number | null;
  readonly findingCount: number;
  readonly reportFileId: string | null;
  readonly refusals: readonly { code: string; field: string | null; message: string }[];
  readonly columnsBy: string;
  readonly columns: readonly (MappedColumn & { suggestion: string | null; values: readonly string[] })[];
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly {
    row: number;
    column: string | null;
    class: string;
    code: string;
    message: string;
    cure: string;
  }[];
  readonly samples: readonly { row: number; name: string; verdict: string }[] | null;
}

/** A list as it is uploaded. */
export interface GivenList {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

export interface ImportWish {
  readonly profile?: 'OWN' | 'TW_NFA' | 'GSI';
  readonly createJurisdictions?: boolean;
  readonly mapping?: readonly MappedColumn[];
}

/** Uploads a list and answers the id of the file. */
export async function givenList(server: TestServer, by: Somebody, list: GivenList): Promise<string> {
  const bytes = typeof list.bytes === 'string' ? Buffer.from(list.bytes) : list.bytes;
  const { fileId, refused } = await upload(server, list.name, bytes, {
    authorization: `Bearer ${by.token}`,
    'x-shelter-request': '1',
  });
  if (!fileId) throw new Error(`the upload was refused: ${refused.join(', ')}`);
  return fileId;
}

/** What an import of the list would do. */
export async function previewed(
  server: TestServer,
  by: Somebody,
  list: GivenList,
  wish: ImportWish = {},
): Promise<RunSeen> {
  const input = { fileId: await givenList(server, by, list), ...wish };
  const { previewImport } = await server.do<{ previewImport: RunSeen }>(
    `mutation ($input: ImportInput!) { previewImport(input: $input) { ${RUN} } }`,
    { input },
    by,
  );
  return previewImport;
}

/** Begins an import and answers it at once. */
export async function started(
  server: TestServer,
  by: Somebody,
  list: GivenList,
  wish: ImportWish = {},
): Promise<RunSeen> {
  const input = { fileId: await givenList(server, by, list), ...wish };
  const { startImport } = await server.do<{ startImport: RunSeen }>(
    `mutation ($input: ImportInput!) { startImport(input: $input) { ${RUN} } }`,
    { input },
    by,
  );
  return startImport;
}

/** The import as it stands. */
export async function runOf(server: TestServer, by: Somebody, id: string): Promise<RunSeen> {
  const { importRun } = await server.do<{ importRun: RunSeen }>(
    `query ($id: ID!) { importRun(id: $id) { ${RUN} } }`,
    { id },
    by,
  );
  return importRun;
}

/** Imports a list and answers how it ended. */
export async function imported(
  server: TestServer,
  by: Somebody,
  list: GivenList,
  wish: ImportWish = {},
): Promise<RunSeen> {
  const { id } = await started(server, by, list, wish);
  for (;;) {
    const run = await runOf(server, by, id);
    if (run.state !== 'RUNNING') return run;
    await new Promise((again) => setTimeout(again, 50));
  }
}

/** The lines of the report of an import, header first, as they come over HTTP. */
export async function reportOf(server: TestServer, by: Somebody, run: RunSeen): Promise<string> {
  const response = await fetch(`${server.url}/files/${run.reportFileId ?? ''}`, {
    headers: { authorization: `Bearer ${by.token}` },
  });
  if (response.status !== 200) throw new Error(`no report: ${response.status}`);
  return Buffer.from(await response.arrayBuffer()).toString('utf8');
}
