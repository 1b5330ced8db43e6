import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { givenPeople, type Somebody } from '../support/city.ts';
import { completeContents } from '../support/contents.ts';
import { databaseKinds } from '../support/databases.ts';
import {
  ACCEPT,
  CORRECT,
  givenFile,
  givenFiledShelter,
  RETURN,
  REVISE,
  SUBMIT,
  WITHDRAW,
  type FiledShelter,
} from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';

const CHANGE = `mutation ($input: DraftChangeInput!) { draftChange(input: $input) { id revision } }`;
const FILING = `query ($id: ID!) { filing(id: $id) {
  kind stage revision baseVersion onBehalf unitId jurisdictionCode contents { name address zonePlanFileId }
  onFile { code version contents { name address } } findings { code class article message }
} }`;
const SHELTER = `query ($id: ID!) { shelter(id: $id) {
  version contents { address } availableActs { act }
  versions { version origin recordedByName contents { address } }
} }`;

interface Change {
  readonly kind: string;
  readonly stage: string;
  readonly revision: number;
  readonly baseVersion: number;
  readonly onFile: { readonly code: string; readonly version: number };
  readonly findings: readonly { readonly code: string; readonly class: string }[];
}

describe.each(databaseKinds())('a change of what is on file (Art. 14) on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'unit3' | 'hubinEm' | 'lingbaoEm' | 'city' | 'health', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'unit3', 'hubinEm', 'lingbaoEm', 'city', 'health']);
  });
  afterAll(() => server.close());

  const filed = (name: string) =>
    givenFiledShelter(server, people.unit1, people.hubinEm, '411202', { name, address: '旧址 1 号' });
  const begun = async ({ shelterId }: FiledShelter, by: Somebody = people.unit1, id?: string) =>
    (
      await server.do<{ draftChange: { id: string; revision: number } }>(
        CHANGE,
        { input: { shelterId, id } },
        by,
      )
    ).draftChange;
  const told = async (id: string, by: Somebody = people.unit1) =>
    (await server.do<{ filing: Change | null }>(FILING, { id }, by)).filing;
  const codes = async (id: string) =>
    (await told(id))?.findings.map(({ code }) => code).filter((code) => CHANGES.includes(code));
  const CHANGES = ['BASE_VERSION_PASSED', 'NOTHING_CHANGES'];
  const saved = async (id: string, changes: Record<string, unknown>) => {
    const contents = completeContents(await givenFile(server, people.unit1), changes);
    const revision = (await told(id))?.revision;
    await server.do(REVISE, { input: { id, revision, contents } }, people.unit1);
  };

  test('begins as what is on file, is compared with it, and becomes the next version under a number of its own', async () => {
    const shelter = await filed('变更小学');
    const { id } = await begun(shelter);
    expect(await told(id)).toMatchObject({
      kind: 'CHANGE',
      stage: 'DRAFT',
      baseVersion: 1,
      onBehalf: false,
      contents: { name: '变更小学', address: '旧址 1 号' },
      onFile: { code: shelter.shelterCode, version: 1, contents: { address: '旧址 1 号' } },
    });
    expect(await codes(id)).toEqual(['NOTHING_CHANGES']);
    await saved(id, { name: '变更小学', address: '新址 8 号' });
    expect(await codes(id)).toEqual([]);
    await server.do(SUBMIT, { id }, people.unit1);
    await server.do(RETURN, { id, reasons: [{ field: 'address', text: '写明门牌' }] }, people.hubinEm);
    await saved(id, { name: '变更小学', address: '新址 88 号' });
    await server.do(SUBMIT, { id }, people.unit1);
    const revision = (await told(id))?.revision;
    const { acceptFiling } = await server.do<{ acceptFiling: Record<string, unknown> }>(
      ACCEPT,
      { id, revision },
      people.hubinEm,
    );
    expect(acceptFiling).toMatchObject({ shelterCode: shelter.shelterCode, version: 2 });
    const { shelter: now } = await server.do<{ shelter: Record<string, unknown> }>(
      SHELTER,
      { id: shelter.shelterId },
      people.unit1,
    );
    expect(now).toMatchObject({
      version: 2,
      contents: { address: '新址 88 号' },
      versions: [
        { version: 2, origin: 'FILING', contents: { address: '新址 88 号' } },
        { version: 1, origin: 'FILING', contents: { address: '旧址 1 号' } },
      ],
    });
    expect(now['versions']).toEqual([
      expect.objectContaining({ recordedByName: expect.any(String) }),
      expect.objectContaining({ recordedByName: expect.any(String) }),
    ]);
    // The filing before it is history, with its number; the next change is begun on version 2.
    const stages = await server.office.dataSource.query<{ stage: string; numbered: boolean }[]>(
      `select stage, number is not null as numbered from filing where shelter_id = $1 order by created_at`,
      [shelter.shelterId],
    );
    expect(stages).toEqual([
      { stage: 'SUPERSEDED', numbered: true },
      { stage: 'FILED', numbered: true },
    ]);
    expect(await told((await begun(shelter)).id)).toMatchObject({ baseVersion: 2, stage: 'DRAFT' });
  });

  test('a shelter has one change under way: whoever begins again is given it, and so is a repeat after a lost answer', async () => {
    const shelter = await filed('同时变更');
    const key = randomUUID();
    const both = await Promise.all([
      begun(shelter, people.unit1, key),
      begun(shelter, people.unit1, key),
      begun(shelter),
      begun(shelter, people.hubinEm),
      begun(shelter, people.city),
    ]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    const { id } = both[0];
    await server.do(WITHDRAW, { id }, people.unit1);
    expect((await begun(shelter)).id).not.toBe(id);
  });

  test('eight who begin at the same moment begin one', async () => {
    for (let round = 0; round < 6; round += 1) {
      const shelter = await filed(`同刻变更 ${round}`);
      const all = await Promise.all(
        Array.from({ length: 8 }, (_, n) => begun(shelter, n % 2 ? people.unit1 : people.hubinEm)),
      );
      expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    }
  });

  test('corrected on file meanwhile: told to both sides, stopped for neither', async () => {
    const shelter = await filed('先更正');
    const { id } = await begun(shelter);
    await saved(id, { name: '先更正', address: '变更后 1 号' });
    const contents = completeContents(await givenFile(server, people.hubinEm), {
      name: '先更正',
      address: '更正后 2 号',
    });
    const correction = { id: shelter.shelterId, version: 1, contents, reason: '门牌有误' };
    await server.do(CORRECT, correction, people.hubinEm);
    expect(await told(id, people.hubinEm)).toMatchObject({
      baseVersion: 1,
      onFile: { version: 2, contents: { address: '更正后 2 号' } },
    });
    expect(await codes(id)).toEqual(['BASE_VERSION_PASSED']);
    const [finding] = (await told(id))?.findings.filter(({ code }) => code === 'BASE_VERSION_PASSED') ?? [];
    expect(finding).toMatchObject({ class: 'ADVICE', article: null });
    await server.do(SUBMIT, { id }, people.unit1);
    const revision = (await told(id))?.revision;
    const { acceptFiling } = await server.do<{ acceptFiling: { version: number } }>(
      ACCEPT,
      { id, revision },
      people.hubinEm,
    );
    expect(acceptFiling.version).toBe(3);
  });

  test('nobody else’s shelter, and none that is not there; who may not change is not offered it', async () => {
    const shelter = await filed('他人场所');
    const refused = (by: Somebody, shelterId: string = shelter.shelterId) =>
      server.refusals(CHANGE, { input: { shelterId } }, by);
    for (const name of ['unit3', 'lingbaoEm', 'health'] as const) {
      expect([name, await refused(people[name])]).toEqual([name, ['NO_AUTHORITY']]);
    }
    expect(await refused(people.unit1, randomUUID())).toEqual(['NOT_FOUND']);
    const acts = async (by: Somebody) =>
      (
        await server.do<{ shelter: { availableActs: { act: string }[] } | null }>(
          SHELTER,
          { id: shelter.shelterId },
          by,
        )
      ).shelter?.availableActs.map(({ act }) => act);
    expect(await acts(people.unit1)).toEqual(['change', 'giveRebuildNotice']);
    expect(await acts(people.hubinEm)).toEqual(['change', 'giveRebuildNotice', 'correct']);
    expect((await acts(people.lingbaoEm)) ?? []).toEqual([]);
    const [begunAnyway] = await server.office.dataSource.query<{ n: number }[]>(
      `select count(*)::int as n from filing where shelter_id = $1 and kind = 'CHANGE'`,
      [shelter.shelterId],
    );
    expect(begunAnyway?.n).toBe(0);
  });
});
