import { expect, it } from '@jest/globals';
import { draftSummary, type LedgerMoment, type SummaryFacts } from './draft-summary.ts';

const at = (time: string) => new Date(`2026-11-26T${time}:00+08:00`);
const moment = (changes: Partial<LedgerMoment>): LedgerMoment => ({
  at: at('08:20'),
  act: 'decide',
  from: 'STANDBY',
  to: 'DECIDED',
  persons: null,
  ...changes,
});
const facts = (changes: Partial<SummaryFacts> = {}): SummaryFacts => ({
  shelter: '湖滨公园',
  event: '湖滨区 5.2 级地震',
  exercise: false,
  orderNumber: '411202-2026-001-01',
  decidedAt: at('08:20'),
  releasedAt: at('20:50'),
  moments: [],
  duties: [],
  ...changes,
});

it('says what was recorded, in the order it happened, by the clock of the city', () => {
  const moments = [
    moment({}),
    moment({ at: at('08:40'), act: 'reportShelterStatus', from: 'DECIDED', to: 'OPEN' }),
    moment({ at: at('09:00'), act: 'checkIn', from: 'OPEN', to: 'OPEN', persons: 3 }),
    moment({ at: at('09:05'), act: 'checkIn', from: 'OPEN', to: 'OPEN', persons: 2 }),
    moment({ at: at('19:00'), act: 'checkOut', from: 'OPEN', to: 'OPEN', persons: 4 }),
    moment({ at: at('19:30'), act: 'transferEvacuees', from: 'OPEN', to: 'OPEN', persons: 9 }),
    moment({ at: at('20:50'), act: 'standShelterDown', from: null, to: 'CLOSED' }),
  ];
  const duties = [{ at: at('08:30'), duty: 'MEDICAL', stage: 'IN_PLACE' }] as const;
  expect(draftSummary(facts({ moments, duties }), 'zh-CN').split('\n')).toEqual([
    '湖滨公园启用总结',
    '事件：湖滨区 5.2 级地震；启用令：411202-2026-001-01。',
    '2026-11-26 08:20 决定启用，2026-11-26 20:50 撤收，历时 12.5 小时。',
    '登记入住 5 人次，登记离开 4 人次。',
    '一、经过',
    '2026-11-26 08:20  决定启用：未启用 → 已决定启用',
    '2026-11-26 08:40  报告启用情况：已决定启用 → 已开放',
    '2026-11-26 20:50  撤收场所：已关闭',
    '二、部门保障',
    '2026-11-26 08:30  临时医疗点：已到位',
    '三、存在问题',
    '',
    '四、改进建议',
    '',
  ]);
});

it('says of what nobody recorded that nobody recorded it, and marks an exercise', () => {
  const draft = draftSummary(facts({ exercise: true }), 'zh-CN');
  expect(draft).toContain('湖滨区 5.2 级地震（演练）；');
  expect(draft).toContain('没有入住登记。');
  expect(draft.match(/台账中没有记录。/g)).toHaveLength(2);
  const onlyArrivals = [moment({ act: 'checkIn', from: 'OPEN', to: 'OPEN', persons: 3 })];
  expect(draftSummary(facts({ moments: onlyArrivals }), 'zh-CN')).toContain(
    '登记入住 3 人次，登记离开 0 人次。',
  );
});

it('speaks English too', () => {
  const moments = [
    moment({}),
    moment({ act: 'checkIn', from: 'OPEN', to: 'OPEN', persons: 3 }),
    moment({ act: 'checkOut', from: 'OPEN', to: 'OPEN', persons: 1 }),
  ];
  const duties = [{ at: at('08:30'), duty: 'MEDICAL', stage: 'IN_PLACE' }] as const;
  const draft = draftSummary(facts({ moments, duties, exercise: true }), 'en');
  for (const words of [
    'Summary of the opening of 湖滨公园',
    'Event: 湖滨区 5.2 级地震 (exercise); opening order 411202-2026-001-01.',
    'Decided 2026-11-26 08:20, released 2026-11-26 20:50, 12.5 hours.',
    'Checked in 3, checked out 1.',
    '1. What happened',
    '2026-11-26 08:20  decide: Not activated → Decided',
    '2026-11-26 08:30  Medical point: In place',
    '2. Departments',
    '3. What went wrong',
    '4. What to do better',
  ])
    expect(draft).toContain(words);
  const nothing = draftSummary(facts(), 'en');
  expect(nothing).toContain('The ledger holds nothing.');
  expect(nothing).toContain('Nobody was registered at the gate.');
  expect(nothing).not.toContain('(exercise)');
});

it('leaves to the ledger what nobody would read', () => {
  const many = Array.from({ length: 63 }, () => moment({}));
  const lines = draftSummary(facts({ moments: many }), 'zh-CN').split('\n');
  expect(lines.filter((line) => line.includes('决定启用：'))).toHaveLength(60);
  expect(lines).toContain('另有 3 条见台账。');
  expect(draftSummary(facts({ moments: many }), 'en')).toContain('3 more lines are in the ledger.');
  expect(draftSummary(facts({ moments: many.slice(0, 60) }), 'zh-CN')).not.toContain('见台账');
});
