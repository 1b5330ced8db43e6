import { describe, expect, test } from '@jest/globals';
import { byUrgency, isSilent, sayCell } from './board-cells.ts';
import type { BoardCell, BoardRow } from './board.documents.ts';

const DECIDED = '2026-07-01T00:00:00.000Z';
const after = (minutes: number) => new Date(Date.parse(DECIDED) + minutes * 60_000);

function cell(changes: Partial<BoardCell> = {}): BoardCell {
  return {
    dutyId: 'd',
    kind: 'WATER',
    stage: 'ASSIGNED',
    lateness: 'ON_TIME',
    organisation: '供水公司',
    due: after(20).toISOString(),
    changedAt: DECIDED,
    lacking: null,
    ...changes,
  };
}

function row(code: string, changes: Partial<BoardRow> = {}): BoardRow {
  return {
    activationShelterId: code,
    shelterId: code,
    code,
    name: code,
    status: 'OPEN',
    usable: 100,
    occupied: null,
    available: 100,
    decidedAt: DECIDED,
    gateOpenAt: null,
    staffedAt: null,
    lastReportAt: after(5).toISOString(),
    temporary: false,
    yielded: false,
    postMissing: [],
    stationOpen: false,
    position: null,
    cells: [cell()],
    ...changes,
  };
}

describe('a cell of the board', () => {
  test.each([
    [0, 'ON_TIME', 20],
    [14, 'ON_TIME', 6],
    [15, 'DUE_SOON', 5],
    [20, 'DUE_SOON', 0],
    [20.5, 'LATE', -1],
    [41, 'VERY_LATE', -21],
  ])('after %d minutes it is %s with %d minutes left', (minutes, lateness, left) => {
    expect(sayCell(cell(), row('a'), after(minutes))).toMatchObject({ lateness, left, stage: 'ASSIGNED' });
  });

  test('nobody to answer for it is a stage of its own until somebody is in place', () => {
    const orphan = cell({ organisation: null, due: null });
    expect(sayCell(orphan, row('a'), after(3))).toMatchObject({
      stage: 'UNASSIGNED',
      lateness: 'NO_TARGET',
      left: null,
    });
    expect(sayCell({ ...orphan, stage: 'IN_PLACE' }, row('a'), after(3)).stage).toBe('IN_PLACE');
  });

  test('in place it keeps how late it came, and counts its own minutes', () => {
    const there = cell({ stage: 'IN_PLACE', lateness: 'LATE', changedAt: after(25).toISOString() });
    expect(sayCell(there, row('a'), after(90))).toEqual({
      stage: 'IN_PLACE',
      lateness: 'LATE',
      left: null,
      since: 65,
      fresh: false,
    });
    expect(sayCell(there, row('a'), after(25.5)).fresh).toBe(true);
  });
});

test('silence counts from the last word, and from the decision when there was none', () => {
  expect(isSilent(row('a'), after(65))).toBe(false);
  expect(isSilent(row('a'), after(66))).toBe(true);
  expect(isSilent(row('a', { lastReportAt: null }), after(61))).toBe(true);
  expect(isSilent(row('a', { status: 'CLOSED', lastReportAt: null }), after(600))).toBe(false);
});

test('the worst comes first, what is alike stays in its order, the released come last', () => {
  const rows = [
    row('closed', { status: 'CLOSED', cells: [cell({ due: after(1).toISOString() })] }),
    row('fine'),
    row('alike'),
    row('late', { cells: [cell({ due: after(8).toISOString() })] }),
    row('orphan', { cells: [cell({ organisation: null })] }),
    row('damaged', { status: 'DAMAGED' }),
  ];
  expect(byUrgency(rows, after(10)).map(({ code }) => code)).toEqual([
    'damaged',
    'late',
    'orphan',
    'fine',
    'alike',
    'closed',
  ]);
});
