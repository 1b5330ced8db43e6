import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { BuiltServer } from '../../support/built-server.ts';
import { asked, tokenOf } from './at-the-console.ts';

/** The county of the demo city in which the nights of these tests happen. */
export const COUNTY = '411202';
const PICTURES = join(import.meta.dirname, '../../../.github/pictures');
/** Small enough for a README. */
const SMALL = { width: 1260, height: 780 };
const FROM = '2026-01-01';

/** Who has which duty there; nobody has the supply point: a gap. */
const ROSTER = [
  ['MEDICAL', '卫生健康委', 10, 45],
  ['SECURITY', '公安局', 10, 30],
  ['WATER', '供水公司', 15, 60],
  ['SANITATION', '城市管理局', null, null],
  ['POWER', '供电公司', 15, 60],
  ['COMMUNICATION', '通信公司', 15, 60],
] as const;

/** A roster with one gap, targets, and a plan in force, as the county keeps them in quiet times. */
export async function givenQuietTimes(server: BuiltServer): Promise<void> {
  const token = await tokenOf(server, 'hubin-em');
  const { organisations } = await asked<{ organisations: { id: string; name: string }[] }>(
    server,
    `{ organisations(first: 200) { id name } }`,
    {},
    token,
  );
  for (const [dutyKind, name, acknowledgeMinutes, inPlaceMinutes] of ROSTER) {
    const organisationId = organisations.find((organisation) => organisation.name.includes(name))?.id;
    await asked(
      server,
      `mutation ($roster: DutyRosterInput!, $target: DutyTargetInput!) {
        keepDutyRoster(input: $roster) { jurisdictionCode } setDutyTarget(input: $target) { jurisdictionCode } }`,
      {
        roster: { jurisdictionCode: COUNTY, dutyKind, organisationId, inForceFrom: FROM },
        target: { jurisdictionCode: COUNTY, dutyKind, acknowledgeMinutes, inPlaceMinutes },
      },
      token,
    );
  }
  await asked(
    server,
    `mutation ($input: EmergencyPlanInput!) { recordEmergencyPlan(input: $input) { id } }`,
    {
      input: { jurisdictionCode: COUNTY, title: '湖滨区应急预案', version: '2026 版', inForceFrom: FROM },
    },
    token,
  );
}

interface Opened {
  readonly id: string;
  readonly number: string;
  readonly shelters: {
    readonly nodes: readonly { readonly id: string; readonly shelter: { readonly name: string } }[];
  };
}

/** A live activation of the first shelters of the county, signed by script; `unit` keeps to those of that account. */
export async function givenNight(
  server: BuiltServer,
  { count = 3, exercise = false, name = '湖滨区地震', of = 'hubin-gov' } = {},
): Promise<Opened> {
  const [reader, decider] = [await tokenOf(server, of), await tokenOf(server, 'hubin-gov')];
  const { shelters } = await asked<{
    shelters: { nodes: { id: string; operationalStatus: string }[] };
  }>(
    server,
    `query ($code: String!) { shelters(filter: { jurisdictionCode: $code }, first: 200) { nodes { id operationalStatus } } }`,
    { code: COUNTY },
    reader,
  );
  const standby = shelters.nodes.filter(({ operationalStatus }) => operationalStatus === 'STANDBY');
  // The demo's own exercise holds the first ones; a real decision takes them over, another exercise does not.
  const free = exercise ? standby.slice(-count) : standby.slice(0, count);
  const { decideActivation } = await asked<{ decideActivation: { activation: Opened } }>(
    server,
    `mutation ($input: DecideActivationInput!) { decideActivation(input: $input) {
      activation { id number shelters(first: 100) { nodes { id shelter { name } } } } } }`,
    {
      input: {
        event: { name, hazard: 'EARTHQUAKE', exercise, jurisdictionCodes: [COUNTY], peopleAffected: 6000 },
        jurisdictionCode: COUNTY,
        shelters: free.map(({ id }) => ({ shelterId: id })),
      },
    },
    decider,
  );
  return decideActivation.activation;
}

/** A picture for the README, beside those of the other pages. */
export async function picture(page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  if (size && size.width > SMALL.width) await page.setViewportSize(SMALL);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  if (size) await page.setViewportSize(size);
}

/** The board’s cell of a duty in a row. */
export const cell = (page: Page, shelter: string, kind: string) =>
  page.locator('tr', { hasText: shelter }).locator(`.cell[data-kind=${kind}]`);
