import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SHELTER_FACTS } from '../enumerations.ts';
import { foldReports, type FactReport } from './fold-reports.ts';

const NOTHING = {
  answeredAt: null,
  gateOpenAt: null,
  staffedAt: null,
  partlyUsable: false,
  damagedAt: null,
};

describe('reports of an opened shelter', () => {
  it('say nothing when there are none', () => {
    expect(foldReports([])).toEqual(NOTHING);
  });

  it.each([
    [[['ANSWERED', 1]], { answeredAt: 1 }],
    [[['GATE_OPEN', 2]], { answeredAt: 2, gateOpenAt: 2 }],
    [
      [
        ['GATE_OPEN', 2],
        ['GATE_OPEN', 5],
      ],
      { answeredAt: 2, gateOpenAt: 2 },
    ],
    [
      [
        ['GATE_OPEN', 2],
        ['GATE_SHUT', 3],
      ],
      { answeredAt: 2 },
    ],
    [
      [
        ['STAFFED', 2],
        ['STAFFED', 4],
      ],
      { answeredAt: 2, staffedAt: 2 },
    ],
    [
      [
        ['STAFFED', 2],
        ['UNSTAFFED', 4],
        ['STAFFED', 6],
      ],
      { answeredAt: 2, staffedAt: 6 },
    ],
    [[['PARTLY_USABLE', 2]], { answeredAt: 2, partlyUsable: true }],
    [
      [
        ['PARTLY_USABLE', 2],
        ['WHOLLY_USABLE', 3],
      ],
      { answeredAt: 2 },
    ],
    [
      [
        ['DAMAGED', 2],
        ['DAMAGED', 3],
      ],
      { answeredAt: 2, damagedAt: 2 },
    ],
    [
      [
        ['DAMAGED', 2],
        ['SOUND', 3],
      ],
      { answeredAt: 2 },
    ],
  ] as const)('%j', (said, facts) => {
    const reports = said.map(([fact, at]) => ({ facts: [fact], at }));
    expect(foldReports(reports)).toEqual({ ...NOTHING, ...facts });
  });

  it('may say several things at once', () => {
    expect(foldReports([{ facts: ['GATE_OPEN', 'STAFFED', 'PARTLY_USABLE'], at: 7 }])).toEqual({
      answeredAt: 7,
      gateOpenAt: 7,
      staffedAt: 7,
      partlyUsable: true,
      damagedAt: null,
    });
  });

  it('a late one does not undo what happened after it: whatever order they come in, they say the same', () => {
    const report: fc.Arbitrary<FactReport> = fc.record({
      facts: fc.array(fc.constantFrom(...SHELTER_FACTS), { minLength: 1, maxLength: 3 }),
      at: fc.integer({ min: 0, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(report, { selector: ({ at }) => at, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (reports, order) => {
          const shuffled = reports.toSorted(() => ((order.next().value ?? 0) % 2 === 0 ? 1 : -1));
          expect(foldReports(shuffled)).toEqual(foldReports(reports));
        },
      ),
    );
  });
});
