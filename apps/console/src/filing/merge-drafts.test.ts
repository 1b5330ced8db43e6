import { expect, test } from '@jest/globals';
import { EMPTY_CONTENTS } from '#regulation/registry/contents';
import fc from 'fast-check';
import { formOf, readForm } from './contents-form.ts';
import { mergeDrafts } from './merge-drafts.ts';

const contents = (changes: Record<string, unknown>) =>
  readForm(formOf({ ...structuredClone(EMPTY_CONTENTS), ...changes })).input;

test('what only they changed is taken, what both changed apart is for a person, the same change is nobody’s quarrel', () => {
  const base = contents({ name: '公园', landmark: '南门', address: '一号', remarks: '旧' });
  const mine = contents({ name: '公园', landmark: '北门', address: '二号', remarks: '新' });
  const theirs = contents({ name: '湖滨公园', landmark: '东门', address: '二号', remarks: '旧' });
  expect(mergeDrafts(base, mine, theirs)).toEqual({ taken: ['name'], clashing: ['landmark'] });
  expect(mergeDrafts(base, base, theirs)).toEqual({
    taken: ['name', 'address', 'landmark'].toSorted(order),
    clashing: [],
  });
  expect(mergeDrafts(base, mine, base)).toEqual({ taken: [], clashing: [] });
});

const order = (one: string, other: string) => {
  const names = Object.keys(contents({}));
  return names.indexOf(one) - names.indexOf(other);
};

test('nothing is ever taken over what I changed, and nothing they changed is lost unseen', () => {
  const words = fc.record({ name: fc.string(), address: fc.string(), landmark: fc.string() });
  fc.assert(
    fc.property(words, words, words, (base, mine, theirs) => {
      const [a, b, c] = [contents(base), contents(mine), contents(theirs)];
      const { taken, clashing } = mergeDrafts(a, b, c);
      const merged = { ...b, ...Object.fromEntries(taken.map((path) => [path, c[path]])) };
      for (const path of ['name', 'address', 'landmark'] as const) {
        if (b[path] !== a[path]) expect(merged[path]).toBe(b[path]);
        if (c[path] !== a[path] && !clashing.includes(path)) expect(merged[path]).toBe(c[path]);
      }
    }),
  );
});
