import { describe, expect, test } from '@jest/globals';
import { loadDemo } from '../../apps/api/src/seed/demo/load-demo.ts';
import { databaseKinds } from '../support/databases.ts';
import { startServer } from '../support/server.ts';

const ASKED = `{
  overdue: obligations(filter: { duties: [SELF_INSPECTION], states: [OVERDUE] }) { totalCount nodes { missedYears } }
  drills: obligations(filter: { duties: [DRILL], states: [OVERDUE] }) { totalCount }
  done: obligations(filter: { duties: [SELF_INSPECTION], states: [FULFILLED] }) { totalCount }
  open: defects(filter: { stages: [FOUND, ORDERED, IN_REPAIR, REINSPECTION] }) { nodes { stage lateness } }
  rebuilds: rebuildNotices { nodes { finishLight givenLate shelter { readiness placesOut } } }
  inspections { totalCount } inspectionCampaigns { nodes { stage } }
  filings(filter: { stages: [FILED] }, first: 200) { nodes { findings { code } contents {
    spaceType entrances { name } zones { type } boundary { parts } } } }
}`;
const MAINTAINED = `{ shelters(first: 100) { nodes { maintenance { ground } } } }`;
/** What the rules say of a site that was drawn carelessly. */
const ILL_DRAWN = [
  'OFF_SITE',
  'ZONE_OVER_BOUNDARY',
  'ZONES_ABOVE_AREA',
  'AREA_UNLIKE_BOUNDARY',
  'ABOVE_COMPUTED',
  'NO_STANDARD_NAMED',
];

interface Maintained {
  readonly shelters: { readonly nodes: readonly { maintenance: readonly { ground: string }[] }[] };
}
interface Seen {
  readonly overdue: { readonly totalCount: number; readonly nodes: readonly { missedYears: number[] }[] };
  readonly drills: { readonly totalCount: number };
  readonly done: { readonly totalCount: number };
  readonly open: { readonly nodes: readonly { stage: string; lateness: string | null }[] };
  readonly rebuilds: { readonly nodes: readonly Record<string, unknown>[] };
  readonly inspections: { readonly totalCount: number };
  readonly inspectionCampaigns: { readonly nodes: readonly { stage: string }[] };
  readonly filings: {
    readonly nodes: readonly {
      findings: readonly { code: string }[];
      contents: { spaceType: string; entrances: unknown[]; zones: unknown[]; boundary: object | null };
    }[];
  };
}

// The demo is loaded on whatever day somebody tries it; what it promises holds on all of them.
describe.each(databaseKinds())('the year of the demo city on %s', (kind) => {
  // The days differ in the rules, not in the database: the slower one is asked on the rarest of them.
  test.each(kind === 'embedded' ? ['2028-02-29'] : ['2026-01-01', '2028-02-29', '2026-12-31'])(
    'loaded on %s: six overdue inspections, four open defects, each in another stage',
    async (day) => {
      const server = await startServer(kind);
      try {
        server.clock.set(`${day}T09:00:00+08:00`);
        await loadDemo(server.office, 'demo-password-of-the-year');
        const { signIn } = await server.do<{ signIn: { token: string } }>(
          `mutation ($password: String!) { signIn(username: "city", password: $password) { token } }`,
          { password: 'demo-password-of-the-year' },
        );
        const seen = await server.do<Seen>(ASKED, {}, signIn);
        expect([seen.overdue.totalCount, seen.drills.totalCount]).toEqual([6, 0]);
        expect(seen.overdue.nodes.every(({ missedYears }) => missedYears.length === 1)).toBe(true);
        const stages = seen.open.nodes.map(({ stage }) => stage);
        expect(new Set(stages)).toEqual(new Set(['FOUND', 'ORDERED', 'IN_REPAIR', 'REINSPECTION']));
        expect(stages).toHaveLength(4);
        expect(seen.open.nodes.find(({ stage }) => stage === 'ORDERED')?.lateness).toBe('LATE');
        expect(seen.rebuilds.nodes).toEqual([
          { finishLight: 'ON_TIME', givenLate: false, shelter: { readiness: 'LIMITED', placesOut: 120 } },
          expect.objectContaining({ finishLight: 'LATE', givenLate: true }),
        ]);
        expect(seen.inspections.totalCount).toBeGreaterThan(20);
        expect(seen.inspectionCampaigns.nodes).toHaveLength(2);
        const { shelters } = await server.do<Maintained>(MAINTAINED, {}, signIn);
        const grounds = shelters.nodes.flatMap(({ maintenance }) => maintenance.map(({ ground }) => ground));
        expect(grounds).toEqual(expect.arrayContaining(['AGREEMENT', 'DETERMINATION']));
        const drawn = seen.filings.nodes.filter(({ contents }) => contents.boundary);
        expect(drawn.map(({ contents }) => contents.spaceType).sort()).toEqual([
          'INDOOR',
          'MIXED',
          'OUTDOOR',
        ]);
        expect(
          drawn.every(({ contents: { entrances, zones } }) => entrances.length > 1 && zones.length > 4),
        ).toBe(true);
        const told = drawn.flatMap(({ findings }) => findings.map(({ code }) => code));
        expect(told.filter((code) => ILL_DRAWN.includes(code))).toEqual([]);
        if (day.endsWith('12-31')) expect(seen.done.totalCount).toBeGreaterThan(10);
      } finally {
        await server.close();
      }
    },
    120_000,
  );
});
