import { completeContents } from './contents.ts';
import type { Somebody } from './city.ts';
import type { TestServer } from './server.ts';

export const DRAFT = `mutation ($input: DraftFilingInput!) { draftFiling(input: $input) { id revision stage } }`;
export const REVISE = `mutation ($input: ReviseFilingInput!) { reviseFiling(input: $input) { id revision stage } }`;
export const SUBMIT = `mutation ($id: ID!) { submitFiling(id: $id) { id stage revision } }`;
export const RETURN = `mutation ($id: ID!, $reasons: [ReturnReasonInput!]!) {
  returnFiling(id: $id, reasons: $reasons) { stage returnReasons { field text } }
}`;
export const ACCEPT = `mutation ($id: ID!, $revision: Int!) {
  acceptFiling(id: $id, revision: $revision) { number shelterId shelterCode version }
}`;
export const WITHDRAW = `mutation ($id: ID!) { withdrawFiling(id: $id) { stage } }`;
export const CORRECT = `mutation ($id: ID!, $version: Int!, $contents: ContentsInput!, $reason: String!) {
  correctShelter(id: $id, version: $version, contents: $contents, reason: $reason) { version name }
}`;

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** Uploads a small drawing and answers its id. */
export async function givenFile(server: TestServer, by: Somebody, bytes: Buffer = PDF): Promise<string> {
  const response = await fetch(`${server.url}/files`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${by.token}`,
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('功能区划分平面图.pdf'),
      'x-shelter-request': '1',
    },
    body: new Uint8Array(bytes),
  });
  const { fileId } = (await response.json()) as { fileId?: string };
  if (!fileId) throw new Error(`the upload was refused: ${response.status}`);
  return fileId;
}

export interface DraftedFiling {
  readonly id: string;
  readonly revision: number;
}

/** A draft of the unit's own, complete unless changed. */
export async function givenDraft(
  server: TestServer,
  unit: Somebody,
  jurisdictionCode: string,
  changes: Record<string, unknown> = {},
): Promise<DraftedFiling> {
  const contents = completeContents(await givenFile(server, unit), changes);
  const input = { jurisdictionCode, unitId: unit.organisationId, contents };
  const { draftFiling } = await server.do<{ draftFiling: DraftedFiling }>(DRAFT, { input }, unit);
  return draftFiling;
}

/** A filing that the unit has handed in. */
export async function givenSubmitted(
  server: TestServer,
  unit: Somebody,
  jurisdictionCode: string,
  changes: Record<string, unknown> = {},
): Promise<DraftedFiling> {
  const draft = await givenDraft(server, unit, jurisdictionCode, changes);
  await server.do(SUBMIT, { id: draft.id }, unit);
  return draft;
}

export interface FiledShelter {
  readonly number: string;
  readonly shelterId: string;
  readonly shelterCode: string;
  readonly version: number;
}

/** A shelter on file: drafted and submitted by the unit, accepted by the officer. */
export async function givenFiledShelter(
  server: TestServer,
  unit: Somebody,
  officer: Somebody,
  jurisdictionCode: string,
  changes: Record<string, unknown> = {},
): Promise<FiledShelter> {
  const { id, revision } = await givenSubmitted(server, unit, jurisdictionCode, changes);
  const { acceptFiling } = await server.do<{ acceptFiling: FiledShelter }>(ACCEPT, { id, revision }, officer);
  return acceptFiling;
}
