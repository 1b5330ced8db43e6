import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { preferredLanguage } from '../graphql/language.ts';
import { tooManyRequests } from './too-many.ts';

const MINUTE_S = 60;
/** Officers work hard, and a whole office may share one address. */
const SIGNED_IN_TIMES = 10;
/** What costs work. Pages and their parts are cheap, and a phone loads dozens of them at once. */
const COUNTED = ['/graphql', '/files', '/public/', '/ogc/', '/s/'];

/**
 * So many requests a minute for each address; ten times as many for those that bring a session, good or not, so that
 * officers are not shut out by the public behind the same address. No look-up is made for it.
 */
export function limitRequests(
  fastify: FastifyInstance,
  { anonymousPerMinute, signedIn }: RequestLimits,
): void {
  const anonymous = new RateLimiterMemory({ points: anonymousPerMinute, duration: MINUTE_S });
  const officers = new RateLimiterMemory({
    points: anonymousPerMinute * SIGNED_IN_TIMES,
    duration: MINUTE_S,
  });
  fastify.addHook('onRequest', async (request, reply) => {
    const route = request.routeOptions.url ?? ''; // %67raphql is graphql too
    if (!COUNTED.some((path) => route.startsWith(path))) return;
    const wait = await secondsToWait(signedIn(request) ? officers : anonymous, addressKey(request.ip));
    if (wait > 0) sendTooMany(request, reply, wait);
  });
}

export interface RequestLimits {
  readonly anonymousPerMinute: number;
  /** Whether the request brings a session at all. */
  readonly signedIn: (request: FastifyRequest) => boolean;
}

/** Takes points; answers 0 when there were enough, else how many seconds to wait. */
export async function secondsToWait(limiter: RateLimiterMemory, key: string, points = 1): Promise<number> {
  try {
    await limiter.consume(key, points);
    return 0;
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected;
    return Math.max(1, Math.ceil(rejected.msBeforeNext / 1_000));
  }
}

/** One household or office: an IPv4 address, or the /64 network an IPv6 address belongs to. */
export function addressKey(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = ip.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':');
    groups.push(
      ...Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0'),
      ...after,
    );
  }
  return groups.slice(0, 4).join(':');
}

function sendTooMany(request: FastifyRequest, reply: FastifyReply, seconds: number): void {
  const language = preferredLanguage(request.headers['accept-language']);
  void reply
    .code(429)
    .header('retry-after', seconds)
    .send({ errors: [tooManyRequests(seconds, language)] });
}
