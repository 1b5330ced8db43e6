import { describe, expect, test } from '@jest/globals';
import { readPending, withPending, type PendingReport, type ShownFacts } from './pending-reports.ts';

const NOTHING: ShownFacts = {
  answeredAt: null,
  gateOpenAt: null,
  staffedAt: null,
  partlyUsable: false,
  damagedAt: null,
};
const at = (minute: number) => `2026-07-01T00:0${minute}:00.000Z`;
const report = (
  facts: PendingReport['facts'],
  minute: number,
  refused: string | null = null,
): PendingReport => ({
  key: String(minute),
  activationShelterId: 's',
  facts,
  at: at(minute),
  note: null,
  refused,
});

describe('reports that wait on the device', () => {
  test('are shown as if they had arrived; any report is an answer', () => {
    const waiting = [report(['GATE_OPEN'], 1), report(['STAFFED', 'PARTLY_USABLE'], 2)];
    expect(withPending(NOTHING, waiting)).toEqual({
      answeredAt: at(1),
      gateOpenAt: at(1),
      staffedAt: at(2),
      partlyUsable: true,
      damagedAt: null,
    });
  });

  test('keep what the server knows, and take back what they say is over', () => {
    const known = { ...NOTHING, answeredAt: at(1), gateOpenAt: at(2), partlyUsable: true };
    expect(withPending(known, [report(['GATE_OPEN', 'DAMAGED'], 3)])).toEqual({ ...known, damagedAt: at(3) });
    expect(withPending(known, [report(['GATE_SHUT', 'WHOLLY_USABLE'], 3)])).toEqual({
      ...NOTHING,
      answeredAt: at(1),
    });
  });

  test('that were refused show nothing', () => {
    expect(withPending(NOTHING, [report(['ANSWERED'], 1, 'no')])).toEqual(NOTHING);
  });

  test('are read back, and rubbish is not', () => {
    expect(readPending([report(['ANSWERED'], 1), null, 3, { key: 'x' }])).toHaveLength(1);
    expect(readPending({ key: 'x' })).toEqual([]);
  });
});
