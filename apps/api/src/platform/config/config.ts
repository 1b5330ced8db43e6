import { CORRECTION_DAYS } from '#regulation/import/correction-due';
import { REVIEW_WORKING_DAYS } from '#regulation/filing/review-deadline';
import { EDITION_DEFAULTS } from '#regulation/publication/edition';
import { NEAREST_DEFAULTS, type StaleHours } from '#regulation/publication/eligibility';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const SHORTEST_TOKEN = 16;

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
  /** What a collector of measurements has to say; without it only this machine reads them. */
  readonly metricsToken: string | undefined;
  /** Working days a filing authority has to decide what was handed in. */
  readonly reviewWorkingDays: number;
  /** Where the public reaches this system, for codes printed on paper; unset: where the paper was asked for. */
  readonly publicUrl: string | undefined;
  /** Days in which the gaps of a record taken over from a list are to be completed. */
  readonly correctionDays: number;
  /** Months from one regular edition to the next. */
  readonly editionMonths: number;
  /** Hours after which a confirmation is stale, in quiet times and where an activation is live. */
  readonly staleHours: StaleHours;
}

export class ConfigError extends Error {}

/** Reads the environment; throws ConfigError naming the variable and the cure. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const databaseUrl = databaseUrlOf(env);
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
    metricsToken: metricsTokenOf(env),
    reviewWorkingDays: wholeNumber(env, 'REVIEW_WORKING_DAYS', REVIEW_WORKING_DAYS, 1, 250),
    publicUrl: publicUrlOf(env),
    correctionDays: wholeNumber(env, 'CORRECTION_DAYS', CORRECTION_DAYS, 1, 3_650),
    editionMonths: wholeNumber(env, 'EDITION_MONTHS', EDITION_DEFAULTS.editionMonths, 1, 60),
    staleHours: staleHoursOf(env),
  };
}

/** Never longer live than in quiet times: what happens fast is confirmed more often. */
function staleHoursOf(env: NodeJS.ProcessEnv): StaleHours {
  const { staleHours } = NEAREST_DEFAULTS;
  const QUIET = wholeNumber(env, 'STALE_HOURS_QUIET', staleHours.QUIET, 1, 87_840);
  const LIVE = wholeNumber(env, 'STALE_HOURS_LIVE', Math.min(staleHours.LIVE, QUIET), 1, 87_840);
  if (LIVE <= QUIET) return { QUIET, LIVE };
  throw new ConfigError(
    `STALE_HOURS_LIVE="${LIVE}" is longer than STALE_HOURS_QUIET (${QUIET}). Live, a confirmation grows old sooner: lower the one or raise the other.`,
  );
}

/** The address of the database; its password may lie in a file, as secrets of containers do. */
function databaseUrlOf(env: NodeJS.ProcessEnv): string | undefined {
  const text = env['DATABASE_URL']?.trim() || undefined;
  const password = secretFile(env, 'DATABASE_PASSWORD_FILE');
  if (password === undefined) return text;
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.username === '' || url.password !== '') {
    throw new ConfigError(
      'DATABASE_PASSWORD_FILE goes with a DATABASE_URL that names a user and no password: postgres://user@host:port/database.',
    );
  }
  url.password = encodeURIComponent(password);
  return url.href;
}

const LONGEST_URL = 60;

/** Without a slash at its end; short, so that a code over it stays coarse enough for a copier. */
function publicUrlOf(env: NodeJS.ProcessEnv): string | undefined {
  const text = env['PUBLIC_URL']?.trim();
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username;
  if (plain && url.origin.length <= LONGEST_URL) return url.origin;
  throw new ConfigError(
    `PUBLIC_URL="${text}" is not an address like https://shelters.example (at most ${LONGEST_URL} characters, no path).`,
  );
}

function metricsTokenOf(env: NodeJS.ProcessEnv): string | undefined {
  const token = env['METRICS_TOKEN']?.trim() || secretFile(env, 'METRICS_TOKEN_FILE');
  if (token === undefined || token.length >= SHORTEST_TOKEN) return token;
  throw new ConfigError(
    `METRICS_TOKEN is shorter than ${SHORTEST_TOKEN} characters. Make one with: openssl rand -hex 24`,
  );
}

function secretFile(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const path = env[name]?.trim();
  if (!path) return undefined;
  let secret = '';
  try {
    secret = readFileSync(path, 'utf8').trim();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ConfigError(`${name}="${path}" cannot be read (${code}). Name a file this user may read.`);
  }
  if (secret === '') throw new ConfigError(`${name}="${path}" is empty. Write the secret into it.`);
  return secret;
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
