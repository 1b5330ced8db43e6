import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenShelter } from '../support/public-shelters.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { drillOf, GENERAL, inspectionOf, RECORD, RECORD_DRILL } from '../support/upkeep.ts';

interface Recorded {
  readonly saidOn: string;
  readonly doneOn: string;
  readonly flags: readonly string[];
  readonly fulfils: boolean;
}

describe.each(databaseKinds())('when an inspection was done, on %s', (kind) => {
  let server: TestServer;
  let unit1: Somebody;
  beforeAll(async () => {
    server = await startServer(kind);
    ({ unit1 } = await givenPeople(server, ['unit1']));
  });
  afterAll(() => server.close());

  const shelterOf = async (name: string) => (await givenShelter(server, unit1, { name })).id;
  const record = async (input: object) =>
    (await server.do<{ recordInspection: Recorded }>(RECORD, { input }, unit1)).recordInspection;

  test('synced a month late it counts for its own year, is flagged, and sets no clock back', async () => {
    const id = await shelterOf('迟到');
    await record(inspectionOf(id));
    const late = await record(inspectionOf(id, { inspectedOn: '2025-12-20', findings: [GENERAL] }));
    expect(late).toMatchObject({ doneOn: '2025-12-20', flags: ['RECORDED_LATE'], fulfils: true });
    const [row] = await server.office.dataSource.query<{ years: number[]; last: Date; checked: string }[]>(
      `select array(select year from yearly_fulfilment where shelter_id = $1 order by year) as years,
              last_confirmed_at as last, (select checked_on::text from facility_check where shelter_id = $1) as checked
       from shelter where id = $1`,
      [id],
    );
    expect(row).toEqual({ years: [2025, 2026], last: server.clock.now(), checked: '2026-03-10' });
  });

  test('29 February: in a leap year a day like any other, else no day at all', async () => {
    const id = await shelterOf('闰日');
    expect((await record(inspectionOf(id, { inspectedOn: '2024-02-29' }))).doneOn).toBe('2024-02-29');
    const input = inspectionOf(id, { inspectedOn: '2026-02-29' });
    const { errors } = await server.call(RECORD, { input }, unit1);
    expect(errors[0]?.extensions.refusals).toMatchObject([
      { code: 'NO_SUCH_DATE', field: 'inspectedOn', message: expect.stringContaining('2026-02-29') },
    ]);
    const drill = drillOf(id, { heldOn: '2025-02-29' });
    expect(await server.refusals(RECORD_DRILL, { input: drill }, unit1)).toEqual(['NO_SUCH_DATE']);
  });

  test('a device clock an hour ahead is stored with a flag, both times kept', async () => {
    const id = await shelterOf('钟快');
    const times = { deviceTime: '2026-03-10T09:58:00+08:00', sentAt: '2026-03-10T10:00:00+08:00' };
    expect(await record(inspectionOf(id, times))).toMatchObject({
      flags: ['CLOCK_AHEAD'],
      doneOn: '2026-03-10',
    });
    const [row] = await server.office.dataSource.query<Record<string, Date>[]>(
      `select device_at, received_at from inspection where shelter_id = $1`,
      [id],
    );
    expect(row).toEqual({ device_at: new Date(times.deviceTime), received_at: server.clock.now() });
  });

  test('a clock far in the future stops nothing and counts for the year it came in', async () => {
    const id = await shelterOf('钟在未来');
    const times = {
      inspectedOn: '2031-07-01',
      deviceTime: '2031-07-01T08:00:00+08:00',
      sentAt: '2031-07-01T08:05:00+08:00',
    };
    expect(await record(inspectionOf(id, times))).toMatchObject({
      saidOn: '2031-07-01',
      doneOn: '2026-03-10',
      flags: ['CLOCK_AHEAD', 'DATED_AHEAD'],
    });
    const absurd = { deviceTime: '9999-12-31T00:00:00Z', sentAt: '0001-01-01T00:00:00Z' };
    expect((await record(inspectionOf(id, absurd))).flags).toEqual([]);
    const { shelter } = await server.do<{ shelter: { obligations: object[] } }>(
      `query ($id: ID!) { shelter(id: $id) { obligations { duty state } } }`,
      { id },
      unit1,
    );
    expect(shelter.obligations).toContainEqual({ duty: 'SELF_INSPECTION', state: 'FULFILLED' });
  });
});
