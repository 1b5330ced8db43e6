import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenShelter } from '../support/public-shelters.ts';
import { startServer, type TestServer } from '../support/server.ts';
import {
  ALL_IN_ORDER,
  ASK_CAMPAIGN,
  campaignOf,
  CARRY_OUT,
  inspectionOf,
  MAJOR,
  ORDER,
  ORDER_CAMPAIGN,
  orderOf,
  REPORT,
  SIGN_OFF,
} from '../support/upkeep.ts';

const DESK = `{ inspectionDesk { clocks { duty jurisdictionCode state dueOn } availableActs { act } } }`;
const CAMPAIGN = `query ($id: ID!) { inspectionCampaign(id: $id) {
  stage title progress { shelters inspected } availableActs { act allowed } } }`;

interface Desk {
  readonly inspectionDesk: {
    readonly clocks: readonly {
      duty: string;
      jurisdictionCode: string;
      state: string;
      dueOn: string | null;
    }[];
    readonly availableActs: readonly { act: string }[];
  };
}

describe.each(databaseKinds())('inspection campaigns (Art. 27 ¶1) on %s', (kind) => {
  let server: TestServer;
  let people: Record<
    'unit1' | 'hubinEm' | 'hubinGov' | 'lingbaoGov' | 'lingbaoEm' | 'city' | 'planning' | 'health',
    Somebody
  >;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, [
      'unit1',
      'hubinEm',
      'hubinGov',
      'lingbaoGov',
      'lingbaoEm',
      'city',
      'planning',
      'health',
    ]);
  });
  afterAll(() => server.close());

  const supervision = (shelterId: string, changes: object = {}) =>
    inspectionOf(shelterId, { heads: ALL_IN_ORDER, ...changes });
  const clockOf = async (code: string, by: Somebody) => {
    const { inspectionDesk } = await server.do<Desk>(DESK, {}, by);
    return inspectionDesk.clocks.find(({ jurisdictionCode }) => jurisdictionCode === code);
  };

  test('ordered by the county, carried out by the department it names, which then signs off', async () => {
    const { id: shelterId } = await givenShelter(server, people.unit1, { name: '汛前' });
    expect(await server.refusals(CARRY_OUT, { input: supervision(shelterId) }, people.planning)).toEqual([
      'NO_AUTHORITY',
    ]);
    expect(await clockOf('411202', people.hubinGov)).toMatchObject({ state: 'DUE', dueOn: null });
    const campaign = campaignOf([people.planning.organisationId]);
    for (const _time of [1, 2]) {
      const { orderInspectionCampaign } = await server.do<{ orderInspectionCampaign: object }>(
        ORDER_CAMPAIGN,
        { input: campaign },
        people.hubinGov,
      );
      expect(orderInspectionCampaign).toMatchObject({
        stage: 'ORDERED',
        departments: [{ name: '湖滨区自然资源局' }],
        progress: { shelters: 1, inspected: 0 },
      });
    }
    expect(await clockOf('411202', people.city)).toMatchObject({ state: 'FULFILLED', dueOn: '2027-12-31' });
    const variables = {
      input: supervision(shelterId, { findings: [MAJOR] }),
      campaignId: campaign.id,
    };
    const { carryOutInspection } = await server.do<{ carryOutInspection: { defects: { id: string }[] } }>(
      CARRY_OUT,
      variables,
      people.planning,
    );
    const { inspectionCampaign } = await server.do<{ inspectionCampaign: object }>(
      CAMPAIGN,
      { id: campaign.id },
      people.planning,
    );
    expect(inspectionCampaign).toMatchObject({ progress: { shelters: 1, inspected: 1 } });
    const id = carryOutInspection.defects[0]?.id ?? '';
    await server.do(ORDER, orderOf(id), people.planning);
    await server.do(REPORT, { input: { id } }, people.unit1);
    // A department that was not ordered has no say.
    expect(await server.refusals(SIGN_OFF, { input: { id } }, people.health)).toContain('NO_AUTHORITY');
    await server.do(SIGN_OFF, { input: { id } }, people.planning);
  });

  test('the city asks, the county orders what was asked for; nobody orders for another', async () => {
    const asked = campaignOf([], { title: '市级建议：汛前检查' });
    expect(await server.refusals(ORDER_CAMPAIGN, { input: asked }, people.city)).toContain('NO_AUTHORITY');
    await server.do(ASK_CAMPAIGN, { input: asked }, people.city);
    const { inspectionCampaign } = await server.do<{ inspectionCampaign: { availableActs: object[] } }>(
      CAMPAIGN,
      { id: asked.id },
      people.hubinGov,
    );
    expect(inspectionCampaign.availableActs).toEqual([{ act: 'answerCampaignRequest', allowed: true }]);
    const order = { ...asked, departmentIds: [people.hubinEm.organisationId] };
    expect(await server.refusals(ORDER_CAMPAIGN, { input: order }, people.lingbaoGov)).toContain(
      'NO_AUTHORITY',
    );
    expect(await server.refusals(ORDER_CAMPAIGN, { input: asked }, people.hubinGov)).toEqual([
      'NOTHING_CHOSEN',
    ]);
    for (const _time of [1, 2])
      expect(await server.do<object>(ORDER_CAMPAIGN, { input: order }, people.hubinGov)).toMatchObject({
        orderInspectionCampaign: { stage: 'ORDERED', title: '市级建议：汛前检查' },
      });
  });

  test('a campaign of another place, not ordered yet, or of nobody orders nothing', async () => {
    const { id: shelterId } = await givenShelter(server, people.unit1, { name: '别处的检查' });
    const elsewhere = campaignOf([people.lingbaoEm.organisationId], { jurisdictionCode: '411282' });
    await server.do(ORDER_CAMPAIGN, { input: elsewhere }, people.lingbaoGov);
    const asked = campaignOf([]);
    await server.do(ASK_CAMPAIGN, { input: asked }, people.city);
    for (const campaignId of [elsewhere.id, asked.id, '0190f0f0-0000-7000-8000-00000000dddd']) {
      const variables = { input: supervision(shelterId), campaignId };
      expect(await server.refusals(CARRY_OUT, variables, people.hubinEm)).toEqual(['NOT_ORDERED_HERE']);
    }
  });

  test('what cannot be is told all at once', async () => {
    const wrong = campaignOf(['0190f0f0-0000-7000-8000-00000000cccc'], {
      title: ' ',
      startsOn: '2026-02-29',
      jurisdictionCode: '411202',
    });
    expect(await server.refusals(ORDER_CAMPAIGN, { input: wrong }, people.hubinGov)).toEqual([
      'MISSING',
      'NO_SUCH_DATE',
      'NOT_AN_ORGANISATION',
    ]);
    const ofTheCity = campaignOf([], { jurisdictionCode: '411200' });
    expect(await server.refusals(ASK_CAMPAIGN, { input: ofTheCity }, people.city)).toEqual([
      'UNKNOWN_JURISDICTION',
    ]);
  });

  test('clocks: the city sees its edition and every county, the county its own', async () => {
    const { inspectionDesk: city } = await server.do<Desk>(DESK, {}, people.city);
    expect(city.clocks.map(({ duty }) => duty)).toEqual(['EDITION', ...Array<string>(8).fill('CAMPAIGN')]);
    expect(city.clocks[0]).toMatchObject({ state: 'OVERDUE', dueOn: null });
    expect(city.availableActs).toEqual([{ act: 'askInspectionCampaign' }]);
    const { inspectionDesk: county } = await server.do<Desk>(DESK, {}, people.hubinGov);
    expect(county.clocks.map(({ jurisdictionCode }) => jurisdictionCode)).toEqual(['411202']);
    expect(county.availableActs).toEqual([{ act: 'orderInspectionCampaign' }]);
  });
});
