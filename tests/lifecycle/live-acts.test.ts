import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { givenPeople, type Somebody } from '../support/city.ts';
import { completeContents } from '../support/contents.ts';
import { databaseKinds } from '../support/databases.ts';
import { ACCEPT, CORRECT, givenFiledShelter, givenSubmitted, RETURN, WITHDRAW } from '../support/filing.ts';
import { givenSubscriber, type Subscriber } from '../support/live.ts';
import { HIDE, PUBLISH } from '../support/publication.ts';
import { startServer, type TestServer } from '../support/server.ts';
import {
  ASK_CAMPAIGN,
  drillOf,
  givenDefect,
  ORDER,
  orderOf,
  RECORD_DRILL,
  REPORT,
  START,
} from '../support/upkeep.ts';

describe.each(databaseKinds())('acts are told on %s', (kind) => {
  let server: TestServer;
  let people: Record<'city' | 'hubinEm' | 'unit1' | 'unit2', Somebody>;
  let subscribers: Record<'hubinEm' | 'unit1' | 'unit2', Subscriber>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['city', 'hubinEm', 'unit1', 'unit2']);
    subscribers = {
      hubinEm: await givenSubscriber(server, people.hubinEm),
      unit1: await givenSubscriber(server, people.unit1),
      unit2: await givenSubscriber(server, people.unit2),
    };
  });
  afterAll(async () => {
    await Promise.all(Object.values(subscribers).map((subscriber) => subscriber.close()));
    await server.close();
  });

  /** What the officer and the unit heard, which is the same; the unit elsewhere heard nothing. */
  const heard = async () => {
    const officer = await subscribers.hubinEm.heard();
    expect(await subscribers.unit1.heard()).toEqual(officer);
    expect(await subscribers.unit2.heard()).toEqual([]);
    return officer.map(({ topic, shelterId }) => [topic, shelterId]);
  };

  test('each step of a filing, to its reviewers and its own unit', async () => {
    const first = await givenSubmitted(server, people.unit1, '411202', { name: '消息一' });
    expect(await heard()).toEqual([['FILING', null]]);
    const reasons = [{ field: null, text: '请补充' }];
    await server.do(RETURN, { id: first.id, reasons }, people.hubinEm);
    expect(await heard()).toEqual([['FILING', null]]);
    await server.do(WITHDRAW, { id: first.id }, people.unit1);
    expect(await heard()).toEqual([['FILING', null]]);
    const { id, revision } = await givenSubmitted(server, people.unit1, '411202', { name: '消息二' });
    const accepted = await server.do<{ acceptFiling: { shelterId: string } }>(
      ACCEPT,
      { id, revision },
      people.hubinEm,
    );
    expect(await heard()).toEqual([
      ['FILING', null],
      ['FILING', accepted.acceptFiling.shelterId],
    ]);
  });

  test('a correction, an edition and what is taken back; a refused act tells nothing', async () => {
    const { shelterId } = await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', {
      name: '消息三',
    });
    const other = await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', { name: '消息四' });
    await heard();
    const contents = completeContents(null, { name: '消息三改' });
    const correction = { id: shelterId, version: 1, contents, reason: '现场核对' };
    await server.do(CORRECT, correction, people.hubinEm);
    expect(await heard()).toEqual([['FILING', shelterId]]);
    expect(await server.refusals(CORRECT, correction, people.hubinEm)).toEqual(['CHANGED_MEANWHILE']);
    expect(await heard()).toEqual([]);
    await server.do(PUBLISH, { ids: [shelterId, other.shelterId] }, people.city);
    expect(await heard()).toEqual([['PUBLICATION', null]]);
    await server.do(HIDE, { id: shelterId, reason: '内部场所' }, people.city);
    expect(await heard()).toEqual([['PUBLICATION', shelterId]]);
  });

  test('what is inspected, practised, mended, asked for', async () => {
    const { shelterId } = await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', {
      name: '消息五',
    });
    await heard();
    const upkeep = [['UPKEEP', shelterId]];
    const id = await givenDefect(server, people.unit1, shelterId);
    expect(await heard()).toEqual(upkeep);
    await server.do(ORDER, orderOf(id), people.hubinEm);
    expect(await heard()).toEqual(upkeep);
    for (const act of [START, REPORT]) {
      await server.do(act, { input: { id, note: '已更换' } }, people.unit1);
      expect(await heard()).toEqual(upkeep);
    }
    await server.do(RECORD_DRILL, { input: drillOf(shelterId) }, people.unit1);
    expect(await heard()).toEqual(upkeep);
    const campaign = { id: randomUUID(), jurisdictionCode: '411202', title: '汛前检查', departmentIds: [] };
    const days = { startsOn: '2099-06-01', endsOn: '2099-06-30' };
    await server.do(ASK_CAMPAIGN, { input: { ...campaign, ...days } }, people.city);
    expect(await heard()).toEqual([['UPKEEP', null]]);
  });
});
