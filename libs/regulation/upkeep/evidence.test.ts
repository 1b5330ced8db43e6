import { describe, expect, it } from '@jest/globals';
import { evidenceRefusals, isEvidenceLate, keptUntil, retentionOf } from './evidence.ts';

const at = (text: string) => new Date(`${text}+08:00`);

describe('evidence', () => {
  it('says what it proves', () => {
    expect(evidenceRefusals([{ maker: null, proves: '北门无法开启' }])).toEqual([]);
    expect(
      evidenceRefusals(
        [
          { maker: null, proves: ' ' },
          { maker: '名'.repeat(61), proves: 'x'.repeat(501) },
        ],
        'findings.0.evidence',
      ).map(({ field, code }) => `${field} ${code}`),
    ).toEqual([
      'findings.0.evidence.0.proves MISSING',
      'findings.0.evidence.1.proves TOO_LONG',
      'findings.0.evidence.1.maker TOO_LONG',
    ]);
  });

  it('is bounded in number', () =>
    expect(evidenceRefusals(Array.from({ length: 31 }, () => ({ maker: null, proves: 'x' })))).toMatchObject([
      { code: 'TOO_MANY', params: { limit: 30, count: 31 } },
    ]));

  it('is late after two working days', () => {
    expect(isEvidenceLate(at('2026-03-06T23:00:00'), at('2026-03-10T23:00:00'))).toBe(false);
    expect(isEvidenceLate(at('2026-03-06T23:00:00'), at('2026-03-11T00:00:00'))).toBe(true);
  });

  it('is kept two years, or for ever', () => {
    expect(retentionOf({ grade: 'GENERAL', inActivation: false })).toBe('TWO_YEARS');
    expect(retentionOf({ grade: null, inActivation: true })).toBe('PERMANENT');
    expect(retentionOf({ grade: 'MAJOR', inActivation: false })).toBe('PERMANENT');
    expect(keptUntil('TWO_YEARS', at('2024-02-29T10:00:00'))).toBe('2026-02-28');
    expect(keptUntil('PERMANENT', at('2024-02-29T10:00:00'))).toBeNull();
  });
});
