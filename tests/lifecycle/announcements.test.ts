import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { validateXML } from 'xmllint-wasm';
import {
  AMEND,
  CLOSE,
  DECIDE,
  decisionInput,
  eventInput,
  givenActivation,
  givenShelters,
} from '../support/activation.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { countQueries } from '../support/count-queries.ts';
import { databaseKinds } from '../support/databases.ts';
import { startServer, type TestServer } from '../support/server.ts';

const SCHEMA = join(import.meta.dirname, '../../../shared/data/cap/cap12.xsd');
const ANNOUNCEMENTS = `query { announcements(first: 50) { identifier occasion exercise live headline description instruction } }`;

const ONE = `query ($identifier: ID!) { announcement(identifier: $identifier) {
  identifier activationNumber areaName live endedAt texts { language areaName headline description instruction }
  shelters { code name listed operationalStatus lastConfirmedAt } } }`;

interface Whole {
  readonly shelters: readonly { readonly code: string }[];
}

interface Said {
  readonly identifier: string;
  readonly occasion: string;
  readonly exercise: boolean;
  readonly live: boolean;
  readonly headline: string;
  readonly description: string;
}

describe.each(databaseKinds())('announcements on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinGov' | 'city', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinGov', 'city']);
  });
  afterAll(() => server.close());

  const get = async (path: string) => {
    const response = await fetch(server.url + path);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
  const said = async (language: 'zh-CN' | 'en' = 'zh-CN') =>
    (await server.do<{ announcements: Said[] }>(ANNOUNCEMENTS, {}, { language })).announcements;

  const one = async (identifier: string) =>
    (await server.do<{ announcement: Whole | null }>(ONE, { identifier })).announcement;

  test('before anything is announced the feed is empty and well-formed', async () => {
    expect(await said()).toEqual([]);
    const { status, type, text } = await get('/public/v1/announcements.atom');
    expect([status, type]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
  });

  test('a decision, its amendment and its end are announced in their own act, each after the other', async () => {
    const [first, second] = await givenShelters(server, people.unit1, 2, '公告<场所>&"');
    const corners = [
      { longitude: 111.15, latitude: 34.7 },
      { longitude: 111.2, latitude: 34.7 },
      { longitude: 111.2, latitude: 34.75 },
    ];
    const { activation } = await givenActivation(server, people.hubinGov, [first?.id ?? ''], {
      event: eventInput({ name: '地震 <5.2> & 余震', level: 'RED', area: [corners] }),
    });
    server.clock.pass(5);
    await server.do(
      AMEND,
      { input: { activationId: activation.id, revision: 1, shelters: [{ shelterId: second?.id }] } },
      people.hubinGov,
    );
    expect((await said()).map(({ live }) => live)).toEqual([true, true]);
    server.clock.pass(5);
    await server.do(CLOSE, { id: activation.id, reason: '险情解除' }, people.hubinGov);
    const all = await said();
    expect(all.map(({ occasion, live }) => [occasion, live])).toEqual([
      ['CLOSING', false],
      ['AMENDMENT', false],
      ['ACTIVATION', false],
    ]);
    expect(all[2]?.description).toContain('公告<场所>&"');
    expect((await said('en'))[2]?.headline).toContain('opens 1 emergency shelter');

    const messages = await Promise.all(all.map(({ identifier }) => get(`/public/v1/cap/${identifier}.xml`)));
    expect(messages.map(({ type }) => type)).toEqual(Array(3).fill('application/cap+xml; charset=utf-8'));
    const [end, update, alert] = messages.map(({ text }) => text);
    expect(alert).toContain('<msgType>Alert</msgType>');
    expect(alert).toContain('<status>Actual</status>');
    expect(alert).not.toContain('<references>');
    expect(alert).toContain('<polygon>34.7,111.15 34.7,111.2 34.75,111.2 34.7,111.15</polygon>');
    expect(alert).toContain('公告&lt;场所&gt;&amp;');
    expect(update).toContain('<msgType>Update</msgType>');
    expect(update).toMatch(
      /<references>shelters\.sanmenxia\.gov\.cn,411202-QY-\d{4}-\d{4}-1,[^<]*\+08:00<\/references>/,
    );
    expect(end).toContain('<responseType>AllClear</responseType>');
    const feed = (await get('/public/v1/announcements.atom')).text;
    for (const { identifier } of all) expect(feed).toContain(`cap/${identifier}.xml`);
    expect(await get('/public/v1/cap/none-1.xml')).toMatchObject({ status: 404 });
    expect(await get('/public/v1/cap/..%2F..%2Fetc.xml')).toMatchObject({ status: 404 });
  });

  test('one announcement is told whole: both languages, its shelters with what they do now, and when it ended', async () => {
    const [first, second, third] = await givenShelters(server, people.unit1, 3, '公告页');
    const { activation } = await givenActivation(server, people.hubinGov, [
      first?.id ?? '',
      second?.id ?? '',
    ]);
    server.clock.pass(5);
    await server.do(
      AMEND,
      { input: { activationId: activation.id, revision: 1, shelters: [{ shelterId: third?.id }] } },
      people.hubinGov,
    );
    const [amendment, opening] = await said();
    const codes = (whole: Whole | null) => whole?.shelters.map(({ code }) => code);
    const opened = await one(opening?.identifier ?? '');
    expect(opened).toMatchObject({
      activationNumber: opening?.identifier.replace(/-1$/u, ''),
      areaName: '湖滨区',
      endedAt: null,
      texts: [
        { language: 'zh-CN', headline: opening?.headline, areaName: '湖滨区' },
        { language: 'en', headline: expect.stringContaining('opens 2 emergency shelters') },
      ],
    });
    expect(codes(opened)).toEqual([first?.code, second?.code]);
    expect(opened?.shelters[0]).toMatchObject({ listed: true, operationalStatus: 'DECIDED' });
    expect(codes(await one(amendment?.identifier ?? ''))).toEqual([third?.code]);

    server.clock.pass(5);
    await server.do(CLOSE, { id: activation.id, reason: '险情解除' }, people.hubinGov);
    const [end] = await said();
    const ended = await one(end?.identifier ?? '');
    expect(ended).toMatchObject({ live: false, endedAt: server.clock.now().toISOString() });
    expect(codes(ended)).toEqual([first?.code, second?.code, third?.code]);
    expect(ended?.shelters[0]).toMatchObject({ operationalStatus: 'CLOSING' });
    for (const nothing of ['none-1', '', "'; --", 'a'.repeat(200)]) expect(await one(nothing)).toBeNull();
  });

  test('the shelters of a hundred announcements are one query more', async () => {
    const count = (fields: string) =>
      countQueries(server.office.dataSource, () =>
        server.do(`query { announcements(first: 100) { identifier ${fields} } }`),
      );
    const bare = await count('');
    expect((await said()).length).toBeGreaterThan(3);
    expect(await count('shelters { code name }')).toBe(bare + 1);
  });

  test('an exercise is marked in every part, and in CAP', async () => {
    const [shelter] = await givenShelters(server, people.unit1, 1, '演练公告');
    await givenActivation(server, people.hubinGov, [shelter?.id ?? ''], {
      event: eventInput({ exercise: true }),
    });
    const [newest] = await said();
    expect(newest).toMatchObject({ exercise: true, headline: expect.stringMatching(/^【演练】/) });
    const { text } = await get(`/public/v1/cap/${newest?.identifier}.xml`);
    expect(text).toContain('<status>Exercise</status>');
    expect(text).toContain('EXERCISE: ');
  });

  test('a decision that is refused announces nothing', async () => {
    const before = (await said()).length;
    const [shelter] = await givenShelters(server, people.unit1, 1, '不予公告');
    const ids = [shelter?.id ?? '', '01900000-0000-7000-8000-00000000ffff'];
    expect(await server.refusals(DECIDE, { input: decisionInput(ids) }, people.hubinGov)).toEqual([
      'NOT_FOUND',
    ]);
    expect(await said()).toHaveLength(before);
  });

  (existsSync(SCHEMA) ? test : test.skip)(
    'every message is valid CAP 1.2 (needs the schema of OASIS beside the project)',
    async () => {
      const schema = await readFile(SCHEMA, 'utf8');
      const all = await said();
      expect(all.length).toBeGreaterThan(3);
      for (const { identifier } of all) {
        const contents = (await get(`/public/v1/cap/${identifier}.xml`)).text;
        const { valid, errors } = await validateXML({
          xml: { fileName: `${identifier}.xml`, contents },
          schema,
        });
        expect([identifier, valid, errors.map(({ message }) => message)]).toEqual([identifier, true, []]);
      }
      const broken = {
        fileName: 'broken.xml',
        contents: '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"/>',
      };
      expect((await validateXML({ xml: broken, schema })).valid).toBe(false);
    },
  );
});
