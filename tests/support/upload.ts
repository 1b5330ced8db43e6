import type { TestServer } from './server.ts';

/** What an upload was answered. */
export interface Upload {
  readonly status: number;
  readonly fileId: string | undefined;
  /** Codes and fields of the refusals, or the error's own code. */
  readonly refused: readonly string[];
  /** The same in words. */
  readonly said: readonly string[];
}

/** Sends bytes to POST /files by that name; headers say who asks. */
export async function upload(
  server: Pick<TestServer, 'url'>,
  fileName: string | undefined,
  bytes: Uint8Array,
  headers: Record<string, string>,
): Promise<Upload> {
  const response = await fetch(`${server.url}/files`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      ...(fileName === undefined ? {} : { 'x-file-name': encodeURIComponent(fileName) }),
      ...headers,
    },
    body: new Uint8Array(bytes),
  });
  const body = (await response.json()) as {
    fileId?: string;
    errors?: {
      extensions: { code: string; refusals?: { code: string; field: string | null; message: string }[] };
    }[];
  };
  const refused = (body.errors ?? []).flatMap(
    ({ extensions }) =>
      extensions.refusals?.map(({ code, field }) => `${code} ${field ?? ''}`.trim()) ?? [extensions.code],
  );
  const said = (body.errors ?? []).flatMap(
    ({ extensions }) => extensions.refusals?.map(({ message }) => message) ?? [],
  );
  return { status: response.status, fileId: body.fileId, refused, said };
}
