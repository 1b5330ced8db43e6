import { expect, it } from '@jest/globals';
import { lastAdministrator } from './last-administrator.ts';

it('keeps at least one administrator', () => {
  expect(lastAdministrator(2)).toEqual([]);
  expect(lastAdministrator(1)).toEqual([]);
  expect(lastAdministrator(0)).toEqual([
    {
      rule: 'administration/last-administrator',
      article: null,
      field: null,
      code: 'LAST_ADMINISTRATOR',
      params: {},
    },
  ]);
});
