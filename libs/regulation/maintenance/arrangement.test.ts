import { expect, it } from '@jest/globals';
import { wordRefusal } from '../wording.ts';
import { MAINTENANCE_ACT_NAMES, MAINTENANCE_ACTS } from './acts.ts';
import { agreementRefusals, disagreementRefusals } from './arrangement.ts';
import { determinationRefusals } from './determination.ts';

const TODAY = '2026-03-10';
const TOLD = {
  ownerName: '市自来水公司',
  on: '2026-03-01',
  unitName: '湖滨区第一中学',
  isFiled: true,
  onBehalf: false,
  signedPaperFileId: null,
};
const agreed = (changes: object = {}) =>
  agreementRefusals(
    { ...TOLD, party: 'OWNER', maintainerName: '', documentFileId: 'file', ...changes },
    TODAY,
  ).map(said);
const disagreed = (changes: object = {}) =>
  disagreementRefusals(
    { ...TOLD, unitPosition: '由产权单位维护', ownerPosition: '由学校维护', waits: false, ...changes },
    TODAY,
  ).map(said);
const DETERMINED = {
  party: 'UNIT',
  maintainerName: '',
  decisionNumber: '湖应急〔2026〕3号',
  reason: '学校日常使用。',
  on: TODAY,
  disagreedOn: '2026-03-01',
} as const;
const determined = (changes: object = {}) =>
  determinationRefusals({ ...DETERMINED, ...changes }, TODAY).map(said);

function said({ field, code }: { field: string | null; code: string }): string {
  return `${field ?? '-'} ${code}`;
}

it('is an agreement with its document, between the unit and another owner, about a facility on file', () => {
  expect(agreed()).toEqual([]);
  expect(agreed({ documentFileId: null })).toEqual(['documentFileId MISSING']);
  expect(agreed({ ownerName: ' 湖滨区第一中学 ' })).toEqual(['ownerName OWNER_IS_UNIT']);
  expect(agreed({ isFiled: false, ownerName: ' ', party: 'OTHER', documentFileId: null })).toEqual([
    'facilityType FACILITY_NOT_FILED',
    'ownerName MISSING',
    'maintainerName MISSING',
    'documentFileId MISSING',
  ]);
  expect(agreed({ ownerName: 'x'.repeat(101) })).toEqual(['ownerName TOO_LONG']);
});

it('may be told late, never of a day to come or of no day', () => {
  expect(agreed({ on: '1999-12-31' })).toEqual([]);
  expect(agreed({ on: TODAY })).toEqual([]);
  expect(agreed({ on: '2026-03-11' })).toEqual(['agreedOn DATE_IN_FUTURE']);
  expect(agreed({ on: '' })).toEqual(['agreedOn MISSING']);
  expect(disagreed({ on: '2026-02-30' })).toEqual(['disagreedOn NO_SUCH_DATE']);
});

it('is a disagreement with what either side asks for, one at a time; keyed for the unit with its signed paper', () => {
  expect(disagreed()).toEqual([]);
  expect(disagreed({ unitPosition: '', ownerPosition: '\n' })).toEqual([
    'unitPosition MISSING',
    'ownerPosition MISSING',
  ]);
  expect(disagreed({ waits: true, onBehalf: true })).toEqual([
    '- DISAGREEMENT_WAITS',
    'signedPaperFileId SIGNED_PAPER_MISSING',
  ]);
  expect(disagreed({ onBehalf: true, signedPaperFileId: 'file' })).toEqual([]);
  expect(agreed({ onBehalf: true })).toEqual([]);
});

it('is determined only after a disagreement, with number and reason', () => {
  expect(determined()).toEqual([]);
  expect(determined({ disagreedOn: null })).toEqual(['- NO_DISAGREEMENT']);
  expect(determined({ decisionNumber: ' ', reason: '', party: 'OTHER' })).toEqual([
    'maintainerName MISSING',
    'decisionNumber MISSING',
    'reason REASON_MISSING',
  ]);
  expect(determined({ on: '2026-02-28' })).toEqual(['determinedOn BEFORE_DISAGREEMENT']);
  expect(determined({ on: '2026-03-01' })).toEqual([]);
  expect(determined({ on: '2026-03-11' })).toEqual(['determinedOn DATE_IN_FUTURE']);
  const [early] = determinationRefusals({ ...DETERMINED, on: '2026-02-28' }, TODAY);
  expect(early && wordRefusal(early, 'zh-CN')).toBe(
    '确定日期早于协商不成的日期（2026-03-01）。请核对两个日期。',
  );
});

it('cites Art. 17, and a party never lifts what was determined', () => {
  for (const act of ['recordMaintenanceAgreement', 'determineMaintenance'] as const)
    expect(MAINTENANCE_ACTS[act].article).toBe(17);
  expect(MAINTENANCE_ACTS.endMaintenance.from).not.toContain('DETERMINED');
  expect(MAINTENANCE_ACTS.determineMaintenance.from).toEqual(['DISAGREED']);
  expect(MAINTENANCE_ACT_NAMES.liftDetermination).toBe('determineMaintenance');
});
