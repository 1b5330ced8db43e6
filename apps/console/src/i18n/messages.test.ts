import { describe, expect, test } from '@jest/globals';
import { en } from './english.ts';
import { zhCN } from './messages.ts';

type Table = { readonly [key: string]: string | Table };

/** Every sentence by its path. */
function flat(table: Table, path = ''): Map<string, string> {
  return new Map(
    Object.entries(table).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  );
}

/** Signs and proper names that are the same in every language. */
const NEUTRAL = [
  'unit.area',
  'source.WGS84',
  'decide.placeCrs',
  'record.nth',
  'board.comma',
  'board.and',
  'decide.usualName',
  'decide.planLabel',
];

const places = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).toSorted();

describe('the words of the console', () => {
  const [chinese, english] = [flat(zhCN), flat(en)];

  test('stand in both languages', () => {
    expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted());
  });

  test('are never blank, and Chinese where they must be', () => {
    for (const [key, sentence] of [...chinese, ...english])
      expect([key, sentence.trim()]).not.toEqual([key, '']);
    const plainChinese = [...chinese].filter(
      ([key, sentence]) => !/\p{Script=Han}/u.test(sentence) && !NEUTRAL.includes(key),
    );
    expect(plainChinese).toEqual([]);
  });

  test('leave the same places to fill', () => {
    for (const [key, sentence] of chinese) {
      expect([key, places(english.get(key) ?? '')]).toEqual([key, places(sentence)]);
    }
  });

  test('hold no sign that the translator would read as its own', () => {
    for (const sentence of [...chinese.values(), ...english.values()]) {
      expect(sentence.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[{}@|]/);
    }
  });
});
