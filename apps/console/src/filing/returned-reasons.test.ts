import { expect, test } from '@jest/globals';
import { EMPTY_CONTENTS } from '#regulation/registry/contents';
import { formOf, readForm } from './contents-form.ts';
import { returnedReasons } from './returned-reasons.ts';

const contents = { ...structuredClone(EMPTY_CONTENTS), declaredCapacity: 900, address: '河堤路 8 号' };
const written = (change: Partial<typeof contents>) => readForm(formOf({ ...contents, ...change })).input;
const reasons = [
  { field: 'declaredCapacity', text: '人数与面积不符' },
  { field: 'contact.phone', text: '电话不通' },
  { field: null, text: '整件备案请补盖章' },
];
const told = (now: Parameters<typeof written>[0], kept = true) =>
  returnedReasons(
    {
      returnReasons: reasons,
      lastReturn: {
        turn: 1,
        returnedAt: '2026-11-27T00:00:00Z',
        authority: null,
        reasons,
        contents: kept ? contents : null,
      },
    },
    written(now),
    (text) => `已改：${text}`,
  ).map(({ class: kind, message }) => [kind, message]);

test('a reason is to be mended until its field reads otherwise', () => {
  const open = [
    ['RETURN', '人数与面积不符'],
    ['RETURN', '电话不通'],
    ['RETURN', '整件备案请补盖章'],
  ];
  expect(told({})).toEqual(open);
  expect(told({ address: '河堤路 9 号' })).toEqual(open);
  expect(told({ declaredCapacity: 600 })).toEqual([['ADVICE', '已改：人数与面积不符'], open[1], open[2]]);
  expect(told({ contact: { name: '张建国', phone: '0398-2810001', phone24h: null } })).toEqual([
    open[0],
    ['ADVICE', '已改：电话不通'],
    open[2],
  ]);
});

test('what it read like is not known of an old return: nothing counts as answered', () => {
  expect(told({ declaredCapacity: 600 }, false)[0]).toEqual(['RETURN', '人数与面积不符']);
  expect(returnedReasons({ returnReasons: null, lastReturn: null }, written({}), String)).toEqual([]);
});
