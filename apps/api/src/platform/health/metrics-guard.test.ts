import { expect, it } from '@jest/globals';
import { mayReadMetrics } from './metrics-guard.ts';

const TOKEN = 'a-token-of-twenty-four-bytes';

function asked(remoteAddress: string | undefined, headers: Record<string, string>, token?: string): boolean {
  const request = { headers, socket: { remoteAddress } } as unknown as Parameters<typeof mayReadMetrics>[0];
  return mayReadMetrics(request, token);
}

it.each([
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['192.168.1.20', false],
  ['172.17.0.1', false],
  ['::ffff:10.0.0.5', false],
  ['fe80::1', false],
  ['203.0.113.7', false],
  [undefined, false],
])('without a token %s may read: %s', (address, may) => {
  expect(asked(address, {})).toBe(may);
});

it.each(['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'])(
  'a proxy on this machine, known by %s, speaks for somebody elsewhere',
  (header) => {
    expect(asked('127.0.0.1', { [header]: '127.0.0.1' })).toBe(false);
  },
);

it('with a token only whoever shows it reads, wherever they are', () => {
  expect(asked('203.0.113.7', { authorization: `Bearer ${TOKEN}`, via: 'a proxy' }, TOKEN)).toBe(true);
  expect(asked('127.0.0.1', {}, TOKEN)).toBe(false);
  expect(asked('127.0.0.1', { authorization: `Bearer ${TOKEN}x` }, TOKEN)).toBe(false);
  expect(asked('127.0.0.1', { authorization: TOKEN }, TOKEN)).toBe(false);
});
