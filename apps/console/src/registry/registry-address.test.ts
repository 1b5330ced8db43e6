import { describe, expect, test } from '@jest/globals';
import { filterOf, narrowing, shownOf } from './registry-address.ts';

describe('the address of the registry', () => {
  test('on a phone it shows the list, or the map where it says so', () => {
    expect(shownOf({})).toBe('list');
    expect(shownOf({ show: 'map' })).toBe('map');
    for (const show of ['list', '', null, ['map']]) expect(shownOf({ show })).toBe('list');
  });

  test('which of the two is shown narrows nothing', () => {
    const query = { q: '小学', show: 'map', chosen: 'x' };
    expect(narrowing(query)).toBe('q=%E5%B0%8F%E5%AD%A6');
    expect(filterOf(query)).toEqual(filterOf({ q: '小学' }));
  });
});
