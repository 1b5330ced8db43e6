import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gunzipSync } from 'node:zlib';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { fullSelection, readSchema, type Schema } from '../support/full-selection.ts';
import { givenShelter, PLACE, standing } from '../support/public-shelters.ts';
import { givenEdition, HIDE, WITHDRAW_SHELTER } from '../support/publication.ts';
import type { RecordedShelter } from '../../apps/api/src/registry/record-shelter.ts';
import { startServer, type TestServer } from '../support/server.ts';

const FILES = ['/public/v1/manifest.json', '/public/v1/shelters.geojson', '/public/v1/shelters.csv'];

const OPEN_QUERIES = [
  'announcement',
  'announcements',
  'jurisdictions',
  'me',
  'nearestShelters',
  'publicShelter',
  'publicTerms',
];

/** What is on file and nobody outside may ever read. */
const PRIVATE = {
  contact: { name: '密一联系人', phone: '13800009991', phone24h: '13800009992' },
  remarks: '密二备注',
  seismicEvidence: '密三抗震依据',
  facilities: [{ type: 'WATER', quantity: 3, state: 'WORKING', maintainer: '密四维护方' }],
  suitability: [
    { hazard: 'EARTHQUAKE', suitability: 'SUITABLE', assessedBy: '密五评估方', assessedOn: '2019-12-31' },
  ],
  otherPaperFileIds: ['0199aaaa-bbbb-7ccc-8ddd-eeeeeeee0006'],
  acceptedOn: '2017-11-07',
  handedOverOn: '2018-12-08',
  contributions: [
    { kind: 'DONATION', donor: '密六捐助方', given: '密六物资', valueYuan: null, receivedOn: '2018-03-04' },
  ],
  consultation: {
    askedBy: '密六规划部门',
    askedOn: '2016-02-03',
    answeredBy: null,
    answeredOn: '2016-02-05',
    opinion: '密六意见',
  },
  budget: '密六预算',
  blockedCapacity: 4_909,
  capacityOverride: 77,
  position: { ...PLACE, sourceCrs: 'GCJ02', rawLongitude: 111.200_901, rawLatitude: 34.779_902 },
} as const;
// A short number stands for itself only: /metrics and random ids hold many longer ones.
const NEVER_SAID =
  /密[一二三四五六]|2018-03-04|2016-02-0[35]|1380000999|2019-12-31|eeeeeeee0006|2017-11-07|2018-12-08|(?<![\w.-])4909(?![\w.-])|111\.200901|34\.779902|unit_?id/i;

describe.each(databaseKinds())('public addresses on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'city', Somebody>;
  let shelter: RecordedShelter;
  let label: string;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'city']);
    const contents = { ...structuredClone(PRIVATE), name: '=cmd|"/c calc"!A1', address: '黄河路 1 号\n东门' };
    shelter = await givenShelter(server, people.unit1, contents as never);
    ({ label } = await givenEdition(server, people.city, [shelter.id]));
  });
  afterAll(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(server.url + path, { headers: { 'accept-encoding': 'identity', ...headers }, redirect: 'manual' });

  test('the files name edition, time and licence', async () => {
    const manifest = (await (await get('/public/v1/manifest.json')).json()) as Record<string, unknown>;
    expect(manifest).toMatchObject({ edition: label, publishedAt: '2026-03-10T01:00:00.000Z' });
    expect(manifest['licence']).toMatch(/注明来源.*naming source/);
    const collection = (await (await get('/public/v1/shelters.geojson')).json()) as Record<string, unknown>;
    expect(collection).toMatchObject({
      type: 'FeatureCollection',
      edition: label,
      licence: manifest['licence'],
      features: [
        {
          geometry: { type: 'Point', coordinates: [PLACE.longitude, PLACE.latitude] },
          properties: {
            code: shelter.code,
            usableCapacity: 77,
            edition: label,
            operationalStatus: 'STANDBY',
          },
        },
      ],
    });
    const csv = await (await get('/public/v1/shelters.csv')).arrayBuffer();
    expect([...new Uint8Array(csv).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = '', row = ''] = new TextDecoder().decode(csv).split('\r\n');
    expect(head).toMatch(/^code,name,.*,edition,publishedAt,asOf,licence$/);
    expect(row).toContain(label);
  });

  test('a name cannot become a formula in a spreadsheet', async () => {
    const csv = await (await get('/public/v1/shelters.csv')).text();
    expect(csv).toContain(`${shelter.code},"'=cmd|""/c calc""!A1"`);
    expect(csv).toContain('"黄河路 1 号\n东门"');
  });

  test.each(FILES)('%s is sent once, and again only when it changed', async (path) => {
    const first = await get(path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect((await fetch(server.url + path, { method: 'HEAD' })).status).toBe(200);
  });

  test('the compressed file is the same file', async () => {
    const path = '/public/v1/shelters.geojson';
    const plain = Buffer.from(await (await get(path)).arrayBuffer());
    const zipped = await fetch(server.url + path, { headers: { 'accept-encoding': 'gzip' } });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(zipped.headers.get('etag')).toMatch(/-gzip"$/);
    const bytes = Buffer.from(await zipped.arrayBuffer()); // fetch has unpacked it already
    expect(bytes.equals(plain) || gunzipSync(bytes).equals(plain)).toBe(true);
  });

  test('files that somebody cleaned away are written again', async () => {
    const before = await (await get('/public/v1/shelters.csv')).text();
    await rm(join(server.dataDir, 'public'), { recursive: true });
    const again = await get('/public/v1/shelters.csv');
    expect(again.status).toBe(200);
    expect((await again.text()).split('\n').length).toBe(before.split('\n').length);
  });

  test('a sign leads to the map', async () => {
    const answer = await get(`/s/${shelter.code}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/#/s/${shelter.code}`]);
    const odd = await get(`/s/${encodeURIComponent('//evil.example/<script>')}`);
    expect(odd.headers.get('location')).toBe('/#/s/%2F%2Fevil.example%2F%3Cscript%3E');
  });

  test('no public address and no public query says anything private', async () => {
    const schema = await readSchema(server);
    const asked: string[] = [];
    for (const field of schema.queries) {
      const { data, errors } = await server.call(anonymousQuery(schema, field.name, shelter.code));
      if (errors.length > 0)
        // Larger questions than anybody may ask are refused before it is asked who asks.
        expect([['UNAUTHENTICATED'], ['BAD_USER_INPUT']]).toContainEqual(
          errors.map((error) => error.extensions.code),
        );
      else asked.push(field.name);
      expect(JSON.stringify(data)).not.toMatch(NEVER_SAID);
    }
    // Whoever opens another query to strangers says so here.
    expect(asked.toSorted()).toEqual(OPEN_QUERIES);
    for (const path of [...FILES, `/s/${shelter.code}`, '/healthz', '/metrics', '/readyz']) {
      expect(await (await get(path)).text()).not.toMatch(NEVER_SAID);
    }
    // The walk saw the shelter at all.
    expect(await (await get('/public/v1/shelters.csv')).text()).toContain(shelter.code);
  });

  test('what the shelters are doing, and what is taken back, shows', async () => {
    await standing(server, shelter, { operational_status: 'OPEN', last_confirmed_at: server.clock.now() });
    server.clock.pass(1);
    expect(await (await get('/public/v1/shelters.geojson')).text()).toContain('"operationalStatus":"OPEN"');
    const other = await givenShelter(server, people.unit1, { name: '文化广场' });
    await givenEdition(server, people.city, [other.id]);
    expect(await (await get('/public/v1/shelters.csv')).text()).toContain('文化广场');
    await server.do(WITHDRAW_SHELTER, { id: other.id, reason: '改建' }, people.city);
    expect(await (await get('/public/v1/shelters.csv')).text()).not.toContain('文化广场');
    await server.do(HIDE, { id: shelter.id, reason: '核实' }, people.city);
    expect(await (await get('/public/v1/shelters.geojson')).json()).toMatchObject({ features: [] });
    await standing(server, shelter, { announced: true });
    server.clock.pass(1);
    const announced = await (await get('/public/v1/shelters.geojson')).text();
    expect(announced).toContain(shelter.code);
    expect(announced).not.toMatch(NEVER_SAID);
  });
});

function anonymousQuery(schema: Schema, field: string, code: string): string {
  const given: Record<string, string> = {
    nearestShelters: `(near: { longitude: ${PLACE.longitude}, latitude: ${PLACE.latitude} })`,
    publicShelter: `(code: "${code}")`,
  };
  return `{ ${field}${given[field] ?? schema.emptyArguments(field)}${fullSelection(schema, field)} }`;
}
