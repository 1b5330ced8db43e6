import { describe, expect, it } from '@jest/globals';
import {
  GATE_ACTS,
  gateEntryRefusals,
  MOST_ENTRIES,
  MOST_PERSONS,
  type GateEntryForm,
} from './gate-entry.ts';

const entry = (changes: Partial<GateEntryForm> = {}): GateEntryForm => ({
  kind: 'CHECK_IN',
  persons: 3,
  stayId: null,
  cardCode: null,
  groups: [],
  reason: null,
  ...changes,
});
const codes = (changes: Partial<GateEntryForm>) => gateEntryRefusals(entry(changes)).map(({ code }) => code);

describe('an entry at the gate', () => {
  it('needs no more than a number of persons', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ kind: 'COUNT_OUT', persons: 9 })).toEqual([]);
    expect(codes({ kind: 'HEAD_COUNT', persons: 0 })).toEqual([]);
    expect(codes({ kind: 'CHECK_OUT', stayId: 'stay' })).toEqual([]);
  });

  it('is none without people, with part of one, or with more than a bus', () => {
    expect(codes({ persons: 0 })).toEqual(['TOO_SMALL']);
    expect(codes({ persons: -1, kind: 'HEAD_COUNT' })).toEqual(['TOO_SMALL']);
    expect(codes({ persons: 1.5 })).toEqual(['NOT_WHOLE']);
    expect(codes({ persons: MOST_PERSONS })).toEqual([]);
    expect(codes({ persons: MOST_PERSONS + 1 })).toEqual(['TOO_LARGE']);
    expect(codes({ kind: 'CHECK_OUT' })).toEqual(['MISSING']);
  });

  it('carries a card code and never an identity number', () => {
    expect(codes({ cardCode: 'A-0172' })).toEqual([]);
    expect(codes({ cardCode: '' })).toEqual(['CARD_MALFORMED']);
    expect(codes({ cardCode: '张三' })).toEqual(['CARD_MALFORMED']);
    expect(codes({ cardCode: '41120219900101123X' })).toEqual(['CARD_IS_IDENTITY_NUMBER']);
  });

  it('counts no more people in need of care than there are, and tells everything at once', () => {
    expect(
      codes({
        groups: [
          { group: 'INFANT', persons: 3 },
          { group: 'ELDERLY', persons: 3 },
        ],
      }),
    ).toEqual([]);
    expect(codes({ groups: [{ group: 'INFANT', persons: 4 }] })).toEqual(['GROUPS_EXCEED']);
    expect(codes({ groups: [{ group: 'INFANT', persons: -1 }] })).toEqual(['NEGATIVE']);
    expect(codes({ persons: 0, cardCode: '?', reason: 'x'.repeat(5_000) })).toEqual([
      'TOO_SMALL',
      'CARD_MALFORMED',
      'REASON_TOO_LONG',
    ]);
  });
});

describe('the acts behind the gate', () => {
  it('tell registering from counting, so many at once', () => {
    expect(GATE_ACTS).toEqual({
      CHECK_IN: 'checkIn',
      CHECK_OUT: 'checkOut',
      COUNT_IN: 'countOccupants',
      COUNT_OUT: 'countOccupants',
      HEAD_COUNT: 'countOccupants',
    });
    expect(MOST_ENTRIES).toBe(500);
  });
});
