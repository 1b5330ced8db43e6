import type { FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList } from 'node:net';

const THIS_MACHINE = new BlockList();
THIS_MACHINE.addSubnet('127.0.0.0', 8, 'ipv4');
THIS_MACHINE.addAddress('::1', 'ipv6');

/** A proxy on this machine speaks for somebody elsewhere, and says so in one of these. */
const ON_BEHALF = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Measurements tell how busy a city is and where its server is weak. With a token whoever shows it reads them; without
 * one, only a collector on this machine that asks directly.
 */
export function mayReadMetrics(
  { headers, socket }: Pick<FastifyRequest, 'headers' | 'socket'>,
  token: string | undefined,
): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  if (ON_BEHALF.some((header) => headers[header] !== undefined)) return false;
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  return THIS_MACHINE.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
}

/** By their digests: the time it takes tells nothing of how far they agree. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
