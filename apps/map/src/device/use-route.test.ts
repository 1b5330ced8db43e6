import { expect, it } from '@jest/globals';
import { hashOfSign, readRoute } from './use-route.ts';

it.each([
  ['', { page: 'HOME' }],
  ['#/', { page: 'HOME' }],
  ['#/s/411202M0001', { page: 'SHELTER', code: '411202M0001' }],
  ['#/s/SMX-SFQC0001', { page: 'SHELTER', code: 'SMX-SFQC0001' }],
  ['#/s/', { page: 'HOME' }],
  ['#/s/<script>', { page: 'HOME' }],
  ['#/a', { page: 'ANNOUNCEMENTS' }],
  ['#/a/', { page: 'ANNOUNCEMENTS' }],
  ['#/a/411202-QY-2026-0001-1', { page: 'ANNOUNCEMENT', identifier: '411202-QY-2026-0001-1' }],
  ['#/a/<script>', { page: 'HOME' }],
  ['#/about', { page: 'HOME' }],
])('%s', (hash, route) => {
  expect(readRoute(hash)).toEqual(route);
});

it('leads from the address on the sign to the page', () => {
  expect(hashOfSign('/s/411202M0001')).toBe('#/s/411202M0001');
  expect(hashOfSign('/s/411202M0001/')).toBe('#/s/411202M0001');
  expect(hashOfSign('/')).toBeNull();
  expect(hashOfSign('/s/a/b')).toBeNull();
});
