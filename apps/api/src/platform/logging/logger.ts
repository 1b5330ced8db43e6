import { destination, pino, type Logger } from 'pino';
import { tellError } from './tell-error.ts';

/**
 * One JSON line an event, gathered for a second at most. Bodies, query strings, headers and query parameters are never
 * written: a resident's position must not be.
 */
export function logger(level: string): Logger {
  const file = destination({ dest: 1, sync: false, minLength: 4_096, periodicFlush: 1_000 });
  if (level !== 'silent') process.once('exit', () => file.flushSync());
  return pino(
    {
      level,
      base: { service: 'shelter-registry' },
      serializers: { err: tellError, req: () => undefined, res: () => undefined },
      redact: { paths: ['headers', 'password', 'token', '*.password', '*.token'], remove: true },
    },
    file,
  );
}
