import { resolve } from 'node:path';

/** What the process was told by its environment; read once at start. */
export interface Config {
  readonly port: number;
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Whether the demo city is to be loaded. */
  readonly demo: boolean;
  /** True behind an HTTPS proxy: cookies are marked Secure and X-Forwarded-For is believed. */
  readonly behindProxy: boolean;
  readonly logLevel: string;
  /** Anonymous reads a minute for each address. */
  readonly anonymousPerMinute: number;
  /** Missed changes told one by one after a reconnection; whoever missed more is told to ask anew. */
  readonly liveReplay: number;
  /** Told changes kept for those who come back. */
  readonly liveKept: number;
}

export class ConfigError extends Error {}

/** Reads the environment; throws ConfigError naming the variable and the cure. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const databaseUrl = env['DATABASE_URL']?.trim() || undefined;
  return {
    port: wholeNumber(env, 'PORT', 3000, 0, 65_535),
    databaseUrl,
    dataDir: resolve(env['DATA_DIR']?.trim() || '.data'),
    demo: flag(env, 'DEMO', databaseUrl === undefined),
    behindProxy: flag(env, 'BEHIND_PROXY', false),
    logLevel: env['LOG_LEVEL']?.trim() || 'info',
    anonymousPerMinute: wholeNumber(env, 'ANONYMOUS_PER_MINUTE', 1_200, 1, 10_000_000),
    liveReplay: wholeNumber(env, 'LIVE_REPLAY', 1_000, 1, 10_000),
    liveKept: wholeNumber(env, 'LIVE_KEPT', 20_000, 1, 10_000_000),
  };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number, least: number, most: number) {
  const text = env[name]?.trim();
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new ConfigError(
      `${name}="${text}" is not a whole number from ${least} to ${most}. Set it so, or leave it unset.`,
    );
  }
  return value;
}

function flag(env: NodeJS.ProcessEnv, name: string, fallback: boolean): boolean {
  const text = env[name]?.trim();
  if (!text) return fallback;
  if (text === '1' || text === 'true') return true;
  if (text === '0' || text === 'false') return false;
  throw new ConfigError(`${name}="${text}" is neither 1 nor 0. Set one of them, or leave it unset.`);
}
