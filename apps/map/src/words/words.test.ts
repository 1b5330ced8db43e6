import { expect, it } from '@jest/globals';
import { WORDS } from './words.ts';

it.each(Object.entries(WORDS))('%s has both languages, with the same places to fill', (key, pair) => {
  const [chinese, english] = pair;
  expect(chinese.trim()).not.toBe('');
  expect(english.trim()).not.toBe('');
  expect(placesIn(english)).toEqual(placesIn(chinese));
  if (key !== 'switchLanguage') expect(english).not.toMatch(/\p{Script=Han}/u);
});

function placesIn(text: string): string[] {
  return [...text.matchAll(/\{\w+\}/gu)].map(([place]) => place).sort();
}
