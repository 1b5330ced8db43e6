import { expect, test } from '@jest/globals';
import { filesArrived, noteFile } from './files-under-way.ts';

test('with no file on its way nothing is waited for', async () => {
  expect(await filesArrived()).toBe(true);
});

test('what reads a form waits until the chosen file stands in it', async () => {
  const form = { file: 'of before' };
  let arrive = (_came: boolean): void => undefined;
  void noteFile(
    new Promise<boolean>((resolve) => (arrive = resolve)).then((came) => {
      form.file = 'chosen now';
      return came;
    }),
  );
  const read = filesArrived().then((came) => [came, form.file]);
  arrive(true);
  expect(await read).toEqual([true, 'chosen now']);
});

test('one that does not come is told once; the next act is not held back by it', async () => {
  void noteFile(Promise.resolve(true));
  void noteFile(Promise.resolve(false));
  expect(await filesArrived()).toBe(false);
  expect(await filesArrived()).toBe(true);
});
