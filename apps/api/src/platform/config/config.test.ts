import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from './config.ts';

describe('secrets in files', () => {
  let folder: string;
  const file = (name: string) => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'shelter-secrets-'));
    writeFileSync(file('password'), 'p@ss/w:rd\n');
    writeFileSync(file('token'), 'a-token-of-twenty-four-bytes\n');
    writeFileSync(file('empty'), '\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('go into the address of the database, whatever signs they have', () => {
    const env = {
      DATABASE_URL: 'postgres://shelter@database:5432/shelter',
      DATABASE_PASSWORD_FILE: file('password'),
    };
    const url = new URL(readConfig(env).databaseUrl ?? '');
    expect(decodeURIComponent(url.password)).toBe('p@ss/w:rd');
    expect([url.username, url.host, url.pathname]).toEqual(['shelter', 'database:5432', '/shelter']);
  });

  it('are refused with the variable and the cure', () => {
    const refused = (env: NodeJS.ProcessEnv) => {
      expect(() => readConfig(env)).toThrow(ConfigError);
      try {
        readConfig(env);
      } catch (error) {
        return String(error);
      }
      return '';
    };
    const url = 'postgres://shelter@database/shelter';
    for (const DATABASE_URL of [
      undefined,
      'not a url',
      'postgres://database/x',
      'postgres://a:b@database/x',
    ]) {
      const env = { DATABASE_PASSWORD_FILE: file('password'), ...(DATABASE_URL ? { DATABASE_URL } : {}) };
      expect(refused(env)).toMatch(/names a user and no password/);
      expect(refused(env)).not.toContain('p@ss');
    }
    expect(refused({ DATABASE_URL: url, DATABASE_PASSWORD_FILE: file('none') })).toMatch(/ENOENT/);
    expect(refused({ DATABASE_URL: url, DATABASE_PASSWORD_FILE: file('empty') })).toMatch(/is empty/);
    expect(refused({ METRICS_TOKEN: 'short' })).toMatch(/shorter than 16/);
  });

  it('give the token for measurements, directly or by file; unset it is unset', () => {
    expect(readConfig({ METRICS_TOKEN_FILE: file('token') }).metricsToken).toBe(
      'a-token-of-twenty-four-bytes',
    );
    expect(readConfig({ METRICS_TOKEN: 'sixteen-and-more' }).metricsToken).toBe('sixteen-and-more');
    expect(readConfig({}).metricsToken).toBeUndefined();
  });
});

describe('the clocks of publishing', () => {
  it('are, until the city sets its own, those of the rules', () => {
    expect(readConfig({})).toMatchObject({ editionMonths: 3, staleHours: { QUIET: 8_784, LIVE: 24 } });
    const env = { EDITION_MONTHS: '1', STALE_HOURS_QUIET: '720', STALE_HOURS_LIVE: '6' };
    expect(readConfig(env)).toMatchObject({ editionMonths: 1, staleHours: { QUIET: 720, LIVE: 6 } });
    // Shorter than a day in quiet times is not longer while live, though nobody said so.
    expect(readConfig({ STALE_HOURS_QUIET: '12' }).staleHours).toEqual({ QUIET: 12, LIVE: 12 });
  });

  it.each([
    [{ EDITION_MONTHS: '0' }, /EDITION_MONTHS="0" is not a whole number from 1 to 60/],
    [{ EDITION_MONTHS: 'quarterly' }, /EDITION_MONTHS="quarterly"/],
    [{ STALE_HOURS_QUIET: '0' }, /STALE_HOURS_QUIET="0" is not a whole number from 1 to 87840/],
    [{ STALE_HOURS_LIVE: '1.5' }, /STALE_HOURS_LIVE="1.5"/],
    [
      { STALE_HOURS_QUIET: '24', STALE_HOURS_LIVE: '48' },
      /STALE_HOURS_LIVE="48" is longer than STALE_HOURS_QUIET \(24\)/,
    ],
  ])('are refused as %j', (env, told) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(told);
  });
});

describe('the address printed on papers', () => {
  it('is an origin without a slash at its end, or none', () => {
    expect(readConfig({ PUBLIC_URL: 'https://shelters.example/' }).publicUrl).toBe(
      'https://shelters.example',
    );
    expect(readConfig({ PUBLIC_URL: '' }).publicUrl).toBeUndefined();
  });

  it.each([
    'shelters.example',
    'ftp://shelters.example',
    'https://shelters.example/map',
    'https://shelters.example/?a',
    'https://me@shelters.example',
    `https://${'a'.repeat(60)}.example`,
  ])('is refused as %s', (PUBLIC_URL) => {
    expect(() => readConfig({ PUBLIC_URL })).toThrow(ConfigError);
  });
});
