import { describe, expect, test } from '@jest/globals';
import { GateQueue, oppositeOf, waitingPersons, type KeptEntry } from './gate-queue.ts';

function shelf(full = false) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new Error('QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
}

const entry = (key: string, changes: Partial<KeptEntry> = {}): KeptEntry => ({
  key,
  activationShelterId: 'gate',
  kind: 'CHECK_IN',
  persons: 2,
  stayId: null,
  cardCode: null,
  groups: [],
  at: '2026-07-21T08:00:00Z',
  reason: null,
  ...changes,
});

describe('what a phone keeps at the gate', () => {
  test('outlives the page, once a key, and each person keeps their own', () => {
    const storage = shelf();
    const queue = new GateQueue(storage, 'a');
    expect(queue.add(entry('1'))).toBe(true);
    queue.add(entry('2'));
    queue.add(entry('1', { reason: '已说明' }));
    expect(new GateQueue(storage, 'a').entries().map(({ key, reason }) => [key, reason])).toEqual([
      ['2', null],
      ['1', '已说明'],
    ]);
    expect(new GateQueue(storage, 'b').entries()).toEqual([]);
    queue.remove(['2', '1']);
    expect(queue.entries()).toEqual([]);
  });

  test('is told when the phone cannot keep it, and a damaged shelf is an empty one', () => {
    expect(new GateQueue(shelf(true), 'a').add(entry('1'))).toBe(false);
    const storage = shelf();
    storage.setItem('shelter-console:gate:a', '{"half');
    expect(new GateQueue(storage, 'a').entries()).toEqual([]);
  });

  test('moves the number of its own gate', () => {
    const entries = [
      entry('1', { persons: 4 }),
      entry('2', { kind: 'COUNT_OUT', persons: 1 }),
      entry('3', { kind: 'HEAD_COUNT', persons: 90 }),
      entry('4', { activationShelterId: 'another', persons: 7 }),
    ];
    expect(waitingPersons(entries, 'gate')).toBe(3);
  });

  test('is undone by its opposite; a head count stands', () => {
    expect(oppositeOf(entry('1', { stayId: 's' }))).toEqual({ kind: 'CHECK_OUT', persons: 2, stayId: 's' });
    expect(oppositeOf(entry('1', { kind: 'CHECK_OUT', stayId: 's' }))).toEqual({
      kind: 'CHECK_IN',
      persons: 2,
      stayId: null,
    });
    expect(oppositeOf(entry('1', { kind: 'COUNT_IN' }))?.kind).toBe('COUNT_OUT');
    expect(oppositeOf(entry('1', { kind: 'COUNT_OUT' }))?.kind).toBe('COUNT_IN');
    expect(oppositeOf(entry('1', { kind: 'HEAD_COUNT' }))).toBeNull();
  });
});
