import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AMEND,
  BOARD,
  decisionInput,
  DECIDE,
  eventInput,
  givenActivation,
  givenEvent,
  givenShelters,
  PROPOSE,
  type DecidedActivation,
} from '../support/activation.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { standing } from '../support/public-shelters.ts';
import { startServer, type TestServer } from '../support/server.ts';

const NEAREST = `query ($near: PositionInput!) { nearestShelters(near: $near, first: 50) {
  situation shelters { shelter { code operationalStatus } } passedOver { shelter { code } reasons { code } }
} }`;

interface Board {
  readonly activationBoard: {
    readonly number: string;
    readonly counts: readonly { status: string; count: number }[];
    readonly duties: readonly { kind: string; total: number; unassigned: number }[];
    readonly rows: readonly {
      code: string;
      status: string;
      temporary: boolean;
      yielded: boolean;
      postMissing: string[];
      cells: { kind: string; stage: string; organisation: string | null }[];
    }[];
  } | null;
}

describe.each(databaseKinds())('what follows a decision, on %s', (kind) => {
  let server: TestServer;
  let people: Record<
    'unit1' | 'unit2' | 'hubinEm' | 'hubinGov' | 'lingbaoGov' | 'city' | 'citygov' | 'health' | 'community1',
    Somebody
  >;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, [
      'unit1',
      'unit2',
      'hubinEm',
      'hubinGov',
      'lingbaoGov',
      'city',
      'citygov',
      'health',
      'community1',
    ]);
  });
  afterAll(() => server.close());

  const refused = (input: Record<string, unknown>, by: Somebody) => server.refusals(DECIDE, { input }, by);
  const boardOf = async (id: string, by = people.hubinGov) =>
    (await server.do<Board>(BOARD, { id }, by)).activationBoard;

  test('a proposal tells every shelter with its reasons, and the decision follows it', async () => {
    const [good, full] = await givenShelters(server, people.unit1, 2, '建议');
    await standing(server, { id: full?.id ?? '', code: '', version: 1 }, { readiness: 'UNAVAILABLE' });
    const ring = [
      { longitude: 111.1, latitude: 34.6 },
      { longitude: 111.12, latitude: 34.6 },
      { longitude: 111.12, latitude: 34.62 },
    ];
    const eventId = await givenEvent(server, people.hubinEm, { area: [ring] });
    const { proposeActivation } = await server.do<{
      proposeActivation: {
        id: string;
        stage: string;
        proposal: {
          proposed: boolean;
          reasons: { code: string; message: string }[];
          shelter: { id: string };
        }[];
      };
    }>(PROPOSE, { eventId, jurisdictionCode: '411202' }, people.hubinEm);
    const item = (id: string | undefined) =>
      proposeActivation.proposal.find(({ shelter }) => shelter.id === id);
    expect(proposeActivation.stage).toBe('PROPOSED');
    expect(item(good?.id)).toMatchObject({ proposed: true });
    expect(item(good?.id)?.reasons.map(({ code }) => code)).toEqual(['NOT_ASSESSED', 'READINESS_UNKNOWN']);
    expect(item(full?.id)).toMatchObject({ proposed: false, reasons: [{ code: 'UNAVAILABLE' }] });
    // Again: drawn anew, not doubled; and the decision goes on with it.
    const again = await server.do<{ proposeActivation: { id: string } }>(
      PROPOSE,
      { eventId, jurisdictionCode: '411202' },
      people.city,
    );
    expect(again.proposeActivation.id).toBe(proposeActivation.id);
    const { activation, advice } = await givenActivation(
      server,
      people.hubinGov,
      [good?.id ?? '', full?.id ?? ''],
      {
        event: undefined,
        eventId,
      },
    );
    expect(activation.id).toBe(proposeActivation.id);
    // Not ready and no reason given: warned, recorded, opened.
    expect(advice).toContainEqual(expect.objectContaining({ code: 'OPENED_UNAVAILABLE' }));
    expect(await server.refusals(PROPOSE, { eventId, jurisdictionCode: '411202' }, people.city)).toEqual([
      'OUT_OF_STAGE',
    ]);
    expect(await server.refusals(PROPOSE, { eventId, jurisdictionCode: '411282' }, people.city)).toEqual([
      'NOT_CONCERNED',
    ]);
  });

  test('a temporary place comes in with the decision, and its filing is made good later', async () => {
    const place = {
      name: '体校操场（临时）',
      longitude: 111.2,
      latitude: 34.77,
      capacity: 300,
      phone: '0398-2810009',
    };
    const { activation } = await givenActivation(server, people.hubinGov, [], { temporaryPlaces: [place] });
    const board = await boardOf(activation.id);
    expect(board?.rows).toMatchObject([{ temporary: true, status: 'DECIDED' }]);
    const [row] = await server.office.dataSource.query<
      { filed: boolean; due: string | null; announced: boolean }[]
    >(
      `select filed_at is not null as filed, correction_due::text as due, announced from shelter where name = $1`,
      [place.name],
    );
    expect(row).toMatchObject({ filed: false, announced: true });
    expect(row?.due).toMatch(/^\d{4}-/);
    expect(
      await refused(
        decisionInput([], {
          temporaryPlaces: [
            { ...place, longitude: 0 },
            { ...place, name: ' ', unitId: people.unit2.organisationId },
          ],
        }),
        people.hubinGov,
      ),
    ).toEqual(expect.arrayContaining(['ZERO_COORDINATE', 'EMPTY', 'UNIT_NOT_HERE']));
  });

  test('an amendment opens more under the same number; a stale one is refused', async () => {
    const [first, second] = await givenShelters(server, people.unit1, 2, '变更');
    const { activation } = await givenActivation(server, people.hubinGov, [first?.id ?? '']);
    const input = (revision: number) => ({
      activationId: activation.id,
      revision,
      shelters: [{ shelterId: second?.id }],
    });
    expect(await server.refusals(AMEND, { input: input(1) }, people.city)).toEqual(['NO_AUTHORITY']);
    const { amendActivation } = await server.do<{ amendActivation: DecidedActivation }>(
      AMEND,
      { input: input(1) },
      people.hubinGov,
    );
    expect(amendActivation.activation.revision).toBe(2);
    expect(amendActivation.activation.shelters.nodes.map(({ orderNumber }) => orderNumber)).toEqual([
      `${activation.number}-001`,
      `${activation.number}-002`,
    ]);
    expect(await server.refusals(AMEND, { input: input(1) }, people.hubinGov)).toEqual(
      ['CHANGED_MEANWHILE', 'ALREADY_LIVE'].toSorted((a, b) => (a < b ? -1 : 1)),
    );
  });

  test('real beats exercise: the exercise gives way in the same decision, visibly; exercises never touch the public', async () => {
    const [shelter] = await givenShelters(server, people.unit1, 1, '演练');
    const exercise = await givenActivation(server, people.hubinGov, [shelter?.id ?? ''], {
      event: eventInput({ exercise: true }),
    });
    expect(exercise.activation.number).toMatch(/^411202-YL-/);
    const status = async () => {
      const [row] = await server.office.dataSource.query<
        { operational_status: string; announced: boolean }[]
      >(`select operational_status, announced from shelter where id = $1`, [shelter?.id]);
      return row;
    };
    expect(await status()).toEqual({ operational_status: 'STANDBY', announced: false });
    const real = await givenActivation(server, people.hubinGov, [shelter?.id ?? '']);
    expect(await status()).toEqual({ operational_status: 'DECIDED', announced: true });
    const board = await boardOf(exercise.activation.id);
    expect(board?.rows).toMatchObject([{ yielded: true, status: 'CLOSED' }]);
    expect(board?.rows[0]?.cells.every(({ stage }) => stage === 'STOOD_DOWN')).toBe(true);
    expect(await boardOf(real.activation.id)).toMatchObject({
      rows: [{ status: 'DECIDED', yielded: false }],
    });
    // And no exercise begins on what is live.
    expect(
      await refused(
        decisionInput([shelter?.id ?? ''], { event: eventInput({ exercise: true }) }),
        people.hubinGov,
      ),
    ).toEqual(['ALREADY_LIVE']);
  });

  test('announced shelters are visible though unpublished, and the nearest turns LIVE', async () => {
    const { nearestShelters } = await server.do<{
      nearestShelters: {
        situation: string;
        shelters: unknown[];
        passedOver: { reasons: { code: string }[] }[];
      };
    }>(NEAREST, { near: { longitude: 111.19, latitude: 34.78 } });
    expect(nearestShelters.situation).toBe('LIVE');
    // Decided is not open: nobody is sent there yet.
    expect(nearestShelters.shelters).toEqual([]);
    expect(nearestShelters.passedOver[0]?.reasons).toEqual([{ code: 'NOT_OPEN' }]);
  });
});
