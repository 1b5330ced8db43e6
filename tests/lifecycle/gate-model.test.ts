import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { entryAt, EVACUATE, gateOf, givenGates, SYNC, TRANSFER } from '../support/gate.ts';
import { startServer, type TestServer } from '../support/server.ts';

const PLACES = [8, null, 20] as const;

/** What happens at three gates: indexes are taken modulo what there is. */
type Step =
  | { readonly act: 'in'; readonly gate: number; readonly persons: number; readonly repeat: boolean }
  | { readonly act: 'out'; readonly stay: number; readonly persons: number; readonly repeat: boolean }
  | { readonly act: 'count'; readonly gate: number; readonly persons: number; readonly repeat: boolean }
  | { readonly act: 'outFirst'; readonly gate: number; readonly persons: number; readonly leaving: number }
  | { readonly act: 'transfer'; readonly stay: number; readonly to: number };

const gate = fc.nat(2);
const persons = fc.integer({ min: 1, max: 6 });
const repeat = fc.boolean();
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ act: fc.constant('in' as const), gate, persons, repeat }),
  fc.record({ act: fc.constant('out' as const), stay: fc.nat(), persons, repeat }),
  fc.record({ act: fc.constant('count' as const), gate, persons: fc.integer({ min: -6, max: 6 }), repeat }),
  fc.record({ act: fc.constant('outFirst' as const), gate, persons, leaving: persons }),
  fc.record({ act: fc.constant('transfer' as const), stay: fc.nat(), to: gate }),
);

/** The gates as a child would keep them: households in lists, and a plain number beside. */
class Model {
  readonly households: { id: string; gate: number; inside: number }[] = [];
  readonly counted: (number | null)[] = [null, null, null];
  readonly touched = new Set<number>();

  occupied(at: number): number | null {
    if (!this.touched.has(at)) return null;
    const staying = this.households
      .filter((one) => one.gate === at)
      .reduce((sum, one) => sum + one.inside, 0);
    return Math.max(0, staying + (this.counted[at] ?? 0));
  }
}

describe.each(databaseKinds())('any interleaving at three gates on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinGov', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinGov']);
  });
  afterAll(() => server.close());

  const sync = (entries: Record<string, unknown>[]) => server.do(SYNC, { entries }, people.unit1);

  test('the numbers are the model’s, and an evacuation loses nobody', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        run += 1;
        const gates = await givenGates(server, people.unit1, people.hubinGov, PLACES, `模型 ${run}`);
        const idOf = (index: number) => gates[index]?.id ?? '';
        const model = new Model();
        for (const one of steps) await take(one, model, idOf);
        for (const index of [0, 1, 2])
          expect([index, (await gateOf(server, people.unit1, idOf(index))).occupied]).toEqual([
            index,
            model.occupied(index),
          ]);
        const before = [0, 1, 2].reduce((sum, index) => sum + (model.occupied(index) ?? 0), 0);
        const input = { key: randomUUID(), activationShelterId: idOf(0), targets: [idOf(1), idOf(2)] };
        await server.do(EVACUATE, { input }, people.unit1);
        const after = await Promise.all([0, 1, 2].map((index) => gateOf(server, people.unit1, idOf(index))));
        expect(after[0]?.occupied ?? 0).toBe(0);
        // A count below nothing is shown as nothing: taken to another gate it may take away what was shown there.
        const short = [0, 1, 2].some((index) => (model.counted[index] ?? 0) < 0);
        if (!short) expect(after.reduce((sum, one) => sum + (one.occupied ?? 0), 0)).toBe(before);
      }),
      { numRuns: kind === 'postgres' ? 12 : 4 },
    );
  }, 240_000);

  async function take(one: Step, model: Model, idOf: (index: number) => string): Promise<void> {
    const twice = async (entry: Record<string, unknown>) => {
      await sync([entry]);
      if ('repeat' in one && one.repeat) await sync([entry]);
    };
    switch (one.act) {
      case 'in': {
        const entry = entryAt(idOf(one.gate), one.persons, { kind: 'CHECK_IN' });
        await twice(entry);
        model.households.push({ id: entry.key, gate: one.gate, inside: one.persons });
        model.touched.add(one.gate);
        return;
      }
      case 'out': {
        const household = model.households[one.stay % Math.max(1, model.households.length)];
        if (!household) return;
        await twice(entryAt(idOf(household.gate), one.persons, { kind: 'CHECK_OUT', stayId: household.id }));
        household.inside = Math.max(0, household.inside - one.persons);
        return;
      }
      case 'count': {
        if (one.persons === 0) return;
        const way = one.persons > 0 ? 'COUNT_IN' : 'COUNT_OUT';
        await twice(entryAt(idOf(one.gate), Math.abs(one.persons), { kind: way }));
        model.counted[one.gate] = (model.counted[one.gate] ?? 0) + one.persons;
        model.touched.add(one.gate);
        return;
      }
      case 'outFirst': {
        const entry = entryAt(idOf(one.gate), one.persons, { kind: 'CHECK_IN' });
        await sync([entryAt(idOf(one.gate), one.leaving, { kind: 'CHECK_OUT', stayId: entry.key })]);
        await sync([entry]);
        const inside = Math.max(0, one.persons - one.leaving);
        model.households.push({ id: entry.key, gate: one.gate, inside });
        model.touched.add(one.gate);
        return;
      }
      case 'transfer': {
        const household = model.households[one.stay % Math.max(1, model.households.length)];
        if (!household || household.inside === 0 || household.gate === one.to) return;
        const input = {
          key: randomUUID(),
          activationShelterId: idOf(household.gate),
          toActivationShelterId: idOf(one.to),
          stays: [{ stayId: household.id }],
          reason: '转移',
        };
        await server.do(TRANSFER, { input }, people.unit1);
        const { stays } = await gateOf(server, people.unit1, idOf(one.to));
        const arrived = stays?.nodes.find(({ transferredFrom }) => transferredFrom === household.id);
        // The same household may have come here before: then the newest of its stays counts.
        household.id = arrived?.id ?? household.id;
        household.gate = one.to;
        model.touched.add(one.to);
      }
    }
  }
});
