import { pino, type Logger } from 'pino';

/** One JSON line an event. Bodies, query strings and headers are never written: a resident's position must not be. */
export function logger(level: string): Logger {
  return pino({
    level,
    base: { service: 'shelter-registry' },
    redact: {
      paths: ['req.headers', 'headers.authorization', 'headers.cookie', 'password', 'token'],
      remove: true,
    },
  });
}
