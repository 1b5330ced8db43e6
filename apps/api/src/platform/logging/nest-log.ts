import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';

/** What Nest itself has to say, in our log: it prints errors with all they carry, statements and parameters included. */
export function nestLog(log: FastifyBaseLogger): LoggerService {
  const tell = (level: 'error' | 'warn', message: unknown) => {
    if (message instanceof Error) log[level]({ err: message }, 'nest');
    else log[level](String(message).slice(0, 300));
  };
  return {
    log: () => undefined,
    warn: (message: unknown) => tell('warn', message),
    error: (message: unknown) => tell('error', message),
    fatal: (message: unknown) => tell('error', message),
  };
}
