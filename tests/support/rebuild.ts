import { randomUUID } from 'node:crypto';
import { completeContents } from './contents.ts';
import { signedIn, type Somebody } from './city.ts';
import { givenFile, givenFiledShelter, REVISE, SUBMIT, type FiledShelter } from './filing.ts';
import type { TestServer } from './server.ts';

export const GIVE = `mutation ($input: GiveRebuildNoticeInput!) { giveRebuildNotice(input: $input) { id stage givenLate } }`;
export const AMEND = `mutation ($input: AmendRebuildNoticeInput!) { amendRebuildNotice(input: $input) { id startsOn reason } }`;
export const CALL_OFF = `mutation ($id: ID!, $reason: String!) { callOffRebuild(id: $id, reason: $reason) { stage reason } }`;
export const AS_BUILT = `mutation ($input: FileAsBuiltInput!) { fileAsBuilt(input: $input) { id kind revision } }`;
const NOTICES = `query ($filter: RebuildNoticeFilter!) { rebuildNotices(filter: $filter, first: 20) { totalCount nodes {
  id stage kind scope startsOn endsOn effect placesOut givenLate finishLight onBehalf endedAt reason fileIds
  shelter { code readiness } asBuilt { id stage number } restorations { stage text facilityType origin grade }
  availableActs { act allowed }
} } }`;
const SHELTER = `query ($id: ID!) { shelter(id: $id) { readiness version availableActs { act } } }`;
const NEAREST = `query { nearestShelters(near: { longitude: 111.1951, latitude: 34.7812 }, first: 50) {
  shelters { shelter { code capacity { usable } } } passedOver { shelter { code } reasons { code } }
} }`;
export const FINDINGS = `query ($id: ID!) { filing(id: $id) {
  revision stage kind baseVersion onFile { version } findings { code class article message }
} }`;

export interface Notice {
  readonly id: string;
  readonly stage: string;
  readonly finishLight: string | null;
  readonly asBuilt: { readonly id: string; readonly number: string | null } | null;
  readonly availableActs: readonly { readonly act: string; readonly allowed: boolean }[];
}

export type RebuildPeople = Record<
  'unit1' | 'unit3' | 'hubinEm' | 'hubinEm2' | 'lingbaoEm' | 'city' | 'health',
  Somebody
>;

/** What the tests of Art. 21 do again and again; server and people exist once the tests begin. */
export function rebuildsOf(server: () => TestServer, people: () => RebuildPeople) {
  const filed = (name: string) =>
    givenFiledShelter(server(), people().unit1, people().hubinEm, '411202', { name });
  const notice = (shelter: FiledShelter, changes: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    shelterId: shelter.shelterId,
    kind: 'EXTENSION',
    scope: '东侧看台拆除重建，新增两处出入口',
    startsOn: '2026-03-20',
    endsOn: '2026-06-30',
    effect: 'LIMITED',
    placesOut: 3_000,
    ...changes,
  });
  const given = async (
    shelter: FiledShelter,
    changes: Record<string, unknown> = {},
    by: Somebody = people().unit1,
  ) => {
    const input = notice(shelter, changes);
    await server().do(GIVE, { input }, by);
    return input.id;
  };
  const notices = async (filter: Record<string, unknown>, by: Somebody = people().unit1) =>
    (await server().do<{ rebuildNotices: { totalCount: number; nodes: Notice[] } }>(NOTICES, { filter }, by))
      .rebuildNotices;
  const only = async ({ shelterId }: FiledShelter, by?: Somebody) =>
    (await notices({ shelterId }, by)).nodes[0];
  const readiness = async ({ shelterId: id }: FiledShelter) =>
    (await server().do<{ shelter: { readiness: string } }>(SHELTER, { id }, people().unit1)).shelter
      .readiness;
  /** What the registry says, beside what residents are told. */
  const roomOnFile = async ({ shelterId: id }: FiledShelter) =>
    (
      await server().do<{ shelter: { usableCapacity: number } }>(
        'query ($id: ID!) { shelter(id: $id) { usableCapacity } }',
        { id },
        people().unit1,
      )
    ).shelter.usableCapacity;
  const usable = async ({ shelterCode }: FiledShelter) => {
    const { data } = await server().call<{
      nearestShelters: {
        shelters: { shelter: { code: string; capacity: { usable: number } } }[];
        passedOver: { shelter: { code: string }; reasons: { code: string }[] }[];
      };
    }>(NEAREST);
    const near = data?.nearestShelters;
    const found = near?.shelters.find(({ shelter }) => shelter.code === shelterCode);
    const passed = near?.passedOver.find(({ shelter }) => shelter.code === shelterCode);
    return found?.shelter.capacity.usable ?? passed?.reasons.map(({ code }) => code);
  };
  const begun = async (noticeId: string, by: Somebody = people().unit1, id?: string) =>
    (
      await server().do<{ fileAsBuilt: { id: string; kind: string; revision: number } }>(
        AS_BUILT,
        { input: { noticeId, id } },
        by,
      )
    ).fileAsBuilt;
  /** The as-built version with these facilities, handed in. */
  const handedIn = async (noticeId: string, changes: Record<string, unknown>) => {
    const { id, revision } = await begun(noticeId);
    const contents = completeContents(await givenFile(server(), people().unit1), changes);
    await server().do(REVISE, { input: { id, revision, contents } }, people().unit1);
    await server().do(SUBMIT, { id }, people().unit1);
    const { filing } = await server().do<{ filing: { revision: number } }>(
      FINDINGS,
      { id },
      people().hubinEm,
    );
    return { id, revision: filing.revision };
  };
  /** A session does not outlive such a leap: everybody signs in anew. */
  const today = async (day: string) => {
    server().clock.set(`${day}T09:00:00+08:00`);
    const all = people();
    for (const name of Object.keys(all) as (keyof RebuildPeople)[])
      all[name] = { ...all[name], token: await signedIn(server(), all[name].username) };
  };
  return { filed, notice, given, notices, only, readiness, roomOnFile, usable, begun, handedIn, today };
}
