import { expect, it } from '@jest/globals';
import { CLOSING_TASK_KINDS } from '../enumerations.ts';
import { wordRefusal } from '../wording.ts';
import { ACT_OF_TASK, CLOSURE_ACT_NAMES, CLOSURE_ACTS } from './acts.ts';
import { closingRecordRefusals, type ToldClosing } from './record.ts';

const told = (changes: Partial<ToldClosing>) =>
  closingRecordRefusals({ task: 'SUMMARY', asked: 'SUMMARY', text: '平稳有序。', findings: [], ...changes });
const codes = (changes: Partial<ToldClosing>) => told(changes).map(({ field, code }) => `${field} ${code}`);

it('is told in words, under the task that was opened for it', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ text: ' \n' })).toEqual(['closingText MISSING']);
  expect(codes({ text: 'x'.repeat(20_000) })).toEqual([]);
  expect(codes({ text: ` ${'x'.repeat(20_001)}` })).toEqual(['closingText TOO_LONG']);
  const [wrong] = told({ task: 'REPAIR' });
  expect(wrong).toMatchObject({ rule: 'closure/record', article: 26, field: 'id', code: 'OTHER_TASK' });
  expect(wrong && wordRefusal(wrong, 'zh-CN')).toBe(
    '这是“检修维护”，不能按“启用总结”填写。请打开对应的任务。',
  );
});

it('tells what is wrong with every finding beside the rest', () => {
  const finding = { grade: 'MAJOR', text: ' ', effect: null, evidence: [] } as const;
  expect(codes({ text: '', findings: [finding] })).toEqual([
    'closingText MISSING',
    'findings.0.text MISSING',
    'findings.0.effect MISSING',
  ]);
});

it('has one act for each of the three things Art. 26 asks', () => {
  expect(CLOSING_TASK_KINDS.map((kind) => ACT_OF_TASK[kind])).toEqual(Object.keys(CLOSURE_ACTS));
  for (const [act, name] of Object.entries(CLOSURE_ACT_NAMES)) expect(name).toBe(act);
  for (const rule of Object.values(CLOSURE_ACTS))
    expect(rule).toMatchObject({ from: ['OPEN'], to: 'DONE', article: 26 });
});
