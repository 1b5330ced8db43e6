import { describe, expect, it } from '@jest/globals';
import { OPERATIONAL_STATUSES, PUBLICATION_STATUSES, type OperationalStatus } from '../enumerations.ts';
import {
  isListable,
  isStale,
  judgeCandidate,
  NEAREST_DEFAULTS,
  PASS_OVER_RULES,
  situationAt,
  type Verdict,
} from './eligibility.ts';
import { HOUR, NOW, sampleCandidate, sampleQuestion } from './sample-candidate.ts';

const judge = (candidate = {}, question = {}) =>
  judgeCandidate(sampleCandidate(candidate), sampleQuestion(question));
const reasons = (verdict: Verdict) =>
  verdict.kind === 'PASSED_OVER' ? verdict.reasons.map(({ code }) => code) : verdict.kind;
const labels = (verdict: Verdict) => (verdict.kind === 'LISTED' ? verdict.labels : verdict.kind);

describe('who may be shown at all', () => {
  it.each(PUBLICATION_STATUSES)('%s', (publicationStatus) => {
    expect(isListable({ publicationStatus, announced: false })).toBe(publicationStatus === 'PUBLISHED');
    expect(isListable({ publicationStatus, announced: true })).toBe(true);
    const expected = publicationStatus === 'PUBLISHED' ? 'LISTED' : 'UNLISTED';
    expect(judge({ publicationStatus }).kind).toBe(expected);
    expect(judge({ publicationStatus, announced: true }).kind).toBe('LISTED');
  });

  it('an unlisted shelter is not passed over either, whatever is wrong with it', () => {
    expect(judge({ publicationStatus: 'HIDDEN', operationalStatus: 'DAMAGED' })).toEqual({
      kind: 'UNLISTED',
    });
  });
});

describe('each status', () => {
  const QUIET: Record<OperationalStatus, string[] | 'LISTED'> = {
    STANDBY: 'LISTED',
    DECIDED: 'LISTED',
    OPENING: 'LISTED',
    OPEN: 'LISTED',
    LIMITED: 'LISTED',
    FULL: ['NO_ROOM'],
    CLOSING: ['CLOSING'],
    CLOSED: 'LISTED',
    DAMAGED: ['DAMAGED'],
  };
  const LIVE: typeof QUIET = {
    ...QUIET,
    STANDBY: ['NOT_OPEN'],
    DECIDED: ['NOT_OPEN'],
    CLOSED: ['NOT_OPEN'],
  };

  it.each(OPERATIONAL_STATUSES)(
    '%s when quiet, when live, and when only open ones are asked for',
    (operationalStatus) => {
      expect(reasons(judge({ operationalStatus }))).toEqual(QUIET[operationalStatus]);
      expect(reasons(judge({ operationalStatus }, { situation: 'LIVE' }))).toEqual(LIVE[operationalStatus]);
      expect(reasons(judge({ operationalStatus }, { openOnly: true }))).toEqual(LIVE[operationalStatus]);
    },
  );

  it.each(OPERATIONAL_STATUSES)('%s while UNAVAILABLE', (operationalStatus) => {
    const verdict = judge({ operationalStatus, readiness: 'UNAVAILABLE' });
    const open = ['OPENING', 'OPEN', 'LIMITED'].includes(operationalStatus);
    if (open) expect(labels(verdict)).toContain('UNAVAILABLE_BUT_OPEN');
    else expect(reasons(verdict)).toContain('UNAVAILABLE');
  });

  it.each(['READY', 'LIMITED', 'UNKNOWN'] as const)('readiness %s hinders nothing', (readiness) => {
    expect(judge({ readiness }).kind).toBe('LISTED');
    expect(labels(judge({ readiness }))).toEqual(['NOT_ACTIVATED']);
  });

  it('is not called unactivated while it takes people in', () => {
    for (const operationalStatus of ['OPENING', 'OPEN', 'LIMITED'] as const) {
      expect(labels(judge({ operationalStatus }))).toEqual([]);
    }
  });

  it('says which status is not open', () => {
    expect(judge({ operationalStatus: 'DECIDED' }, { situation: 'LIVE' })).toEqual({
      kind: 'PASSED_OVER',
      reasons: [{ code: 'NOT_OPEN', params: { status: 'DECIDED' } }],
    });
  });
});

describe('the asked hazard', () => {
  const suitability = [
    { hazard: 'EARTHQUAKE', suitability: 'SUITABLE' },
    { hazard: 'FLOOD', suitability: 'UNSUITABLE' },
    { hazard: 'FIRE', suitability: 'CONDITIONAL' },
  ] as const;

  it('passes over what is UNSUITABLE', () => {
    expect(judge({ suitability }, { hazard: 'FLOOD' })).toEqual({
      kind: 'PASSED_OVER',
      reasons: [{ code: 'UNSUITABLE_FOR_HAZARD', params: { hazard: 'FLOOD' } }],
    });
  });

  it.each([
    ['EARTHQUAKE', 0, 0, []],
    ['FIRE', 1_000, 1, ['CONDITIONAL']],
    ['STORM', 1_000, 1, ['NOT_ASSESSED']],
    [null, 0, 0, []],
  ] as const)('%s: %d m further back', (hazard, penaltyMeters, suitabilityRank, told) => {
    const verdict = judge({ suitability }, { hazard });
    expect(verdict).toMatchObject({ kind: 'LISTED', penaltyMeters, suitabilityRank });
    expect(labels(verdict)).toEqual([...told, 'NOT_ACTIVATED']);
  });

  it('is placed as far back as the city sets', () => {
    const config = { ...NEAREST_DEFAULTS, penaltyMeters: 250 };
    const verdict = judgeCandidate(
      sampleCandidate({ suitability }),
      sampleQuestion({ hazard: 'FIRE' }),
      config,
    );
    expect(verdict).toMatchObject({ penaltyMeters: 250 });
  });
});

describe('room', () => {
  it.each([
    [10, 10, 'LISTED'],
    [9, 10, ['NO_ROOM']],
    [0, 1, ['NO_ROOM']],
    [null, 10_000, 'LISTED'],
  ])('%p for a party of %d: %j', (available, partySize, expected) => {
    expect(reasons(judge({ available }, { partySize }))).toEqual(expected);
  });

  it('unknown is said, and changes nothing else', () => {
    expect(judge({ available: null })).toMatchObject({
      kind: 'LISTED',
      penaltyMeters: 0,
      labels: ['ROOM_UNKNOWN', 'NOT_ACTIVATED'],
    });
  });

  it('tells what is left, never less than none, and nothing where it is unknown', () => {
    const told = (candidate: object) => judge(candidate, { partySize: 4 });
    expect(told({ available: 3 })).toMatchObject({
      reasons: [{ code: 'NO_ROOM', params: { partySize: 4, available: 3 } }],
    });
    expect(told({ available: -7 })).toMatchObject({ reasons: [{ params: { partySize: 4, available: 0 } }] });
    expect(told({ available: null, operationalStatus: 'FULL' })).toEqual({
      kind: 'PASSED_OVER',
      reasons: [{ code: 'NO_ROOM', params: { partySize: 4 } }],
    });
  });
});

it('every reason is told at once, in the order of the table', () => {
  const candidate = {
    readiness: 'UNAVAILABLE',
    suitability: [{ hazard: 'FIRE', suitability: 'UNSUITABLE' }],
    available: 0,
  } as const;
  const question = { hazard: 'FIRE', situation: 'LIVE' } as const;
  expect(reasons(judge(candidate, question))).toEqual([
    'UNAVAILABLE',
    'UNSUITABLE_FOR_HAZARD',
    'NO_ROOM',
    'NOT_OPEN',
  ]);
  expect(reasons(judge({ ...candidate, operationalStatus: 'DAMAGED' }, question))).toEqual([
    'DAMAGED',
    'UNAVAILABLE',
    'UNSUITABLE_FOR_HAZARD',
    'NO_ROOM',
  ]);
});

describe('age', () => {
  it('greys an old or missing confirmation and never moves it', () => {
    const old = judge({ lastConfirmedAt: NOW - 367 * 24 * HOUR });
    expect(old).toEqual({
      kind: 'LISTED',
      penaltyMeters: 0,
      suitabilityRank: 0,
      labels: ['NOT_ACTIVATED', 'STALE'],
      stale: true,
    });
    expect(labels(judge({ lastConfirmedAt: null }))).toEqual(['NOT_ACTIVATED', 'NEVER_CONFIRMED']);
    expect(judge({ lastConfirmedAt: null })).toMatchObject({ stale: true });
    expect(judge({})).toMatchObject({ stale: false });
  });

  it('is longer in quiet times', () => {
    const at = NOW;
    expect(isStale(at - 24 * HOUR, { at, situation: 'LIVE' }, NEAREST_DEFAULTS)).toBe(false);
    expect(isStale(at - 24 * HOUR - 1, { at, situation: 'LIVE' }, NEAREST_DEFAULTS)).toBe(true);
    expect(isStale(at - 366 * 24 * HOUR, { at, situation: 'QUIET' }, NEAREST_DEFAULTS)).toBe(false);
    expect(isStale(at - 366 * 24 * HOUR - 1, { at, situation: 'QUIET' }, NEAREST_DEFAULTS)).toBe(true);
    expect(isStale(null, { at, situation: 'QUIET' }, NEAREST_DEFAULTS)).toBe(true);
  });
});

describe('quiet or live', () => {
  const live = [
    { jurisdictionCode: '411202', hazards: ['FLOOD'] },
    { jurisdictionCode: '411281', hazards: [] },
  ] as const;

  it.each([
    ['411202', 'FLOOD', 'LIVE'],
    ['411202', null, 'LIVE'],
    ['411202', 'EARTHQUAKE', 'QUIET'],
    ['411281', 'EARTHQUAKE', 'LIVE'],
    ['411203', 'FLOOD', 'QUIET'],
    [null, null, 'QUIET'],
  ] as const)('at %s asked for %s: %s', (jurisdiction, hazard, situation) => {
    expect(situationAt(jurisdiction, live, hazard)).toBe(situation);
    expect(situationAt(jurisdiction, [], hazard)).toBe('QUIET');
  });
});

describe('what the city may set', () => {
  it('is, until it does, what the table says', () => {
    expect(NEAREST_DEFAULTS).toEqual({
      penaltyMeters: 1_000,
      staleHours: { QUIET: 8_784, LIVE: 24 },
      firstMost: 50,
      passedOverMost: 5,
      passedOverWithinMeters: 50_000,
    });
  });

  it('an age of its own is kept, also while live', () => {
    const config = { ...NEAREST_DEFAULTS, staleHours: { QUIET: 2, LIVE: 1 } };
    const old = sampleCandidate({ lastConfirmedAt: NOW - 1.5 * HOUR, operationalStatus: 'OPEN' });
    expect(judgeCandidate(old, sampleQuestion(), config)).toMatchObject({ stale: false, labels: [] });
    expect(judgeCandidate(old, sampleQuestion({ situation: 'LIVE' }), config)).toMatchObject({
      stale: true,
      labels: ['STALE'],
    });
  });
});

describe('the rows of the table by themselves', () => {
  const rule = (code: string) => PASS_OVER_RULES.find((one) => one.code === code);
  const params = (code: string, candidate: object, question: object) =>
    rule(code)?.params(sampleCandidate(candidate), sampleQuestion(question));
  const when = (code: string, candidate: object, question: object) =>
    rule(code)?.when(sampleCandidate(candidate), sampleQuestion(question));

  it('stand in the order the reasons are told', () => {
    expect(PASS_OVER_RULES.map(({ code }) => code)).toEqual([
      'DAMAGED',
      'CLOSING',
      'UNAVAILABLE',
      'UNSUITABLE_FOR_HAZARD',
      'NO_ROOM',
      'NOT_OPEN',
    ]);
  });

  it('tell their numbers and words, and nothing else', () => {
    expect(params('DAMAGED', {}, {})).toEqual({});
    expect(params('CLOSING', {}, {})).toEqual({});
    expect(params('UNAVAILABLE', {}, {})).toEqual({});
    expect(params('UNSUITABLE_FOR_HAZARD', {}, { hazard: 'FIRE' })).toEqual({ hazard: 'FIRE' });
    expect(params('UNSUITABLE_FOR_HAZARD', {}, { hazard: null })).toEqual({ hazard: '' });
    expect(params('NO_ROOM', { available: 2 }, { partySize: 3 })).toEqual({ partySize: 3, available: 2 });
    expect(params('NOT_OPEN', { operationalStatus: 'CLOSED' }, {})).toEqual({ status: 'CLOSED' });
  });

  it('nothing is unsuitable when no hazard is asked for', () => {
    const suitability = [{ hazard: 'FIRE', suitability: 'UNSUITABLE' }];
    expect(when('UNSUITABLE_FOR_HAZARD', { suitability }, { hazard: null })).toBe(false);
    expect(when('UNSUITABLE_FOR_HAZARD', { suitability }, { hazard: 'FLOOD' })).toBe(false);
    expect(when('UNSUITABLE_FOR_HAZARD', { suitability }, { hazard: 'FIRE' })).toBe(true);
  });

  it('exactly enough room is room; FULL has none, whatever the numbers say', () => {
    expect(when('NO_ROOM', { available: 4 }, { partySize: 4 })).toBe(false);
    expect(when('NO_ROOM', { available: 4 }, { partySize: 5 })).toBe(true);
    expect(when('NO_ROOM', { available: 400, operationalStatus: 'FULL' }, { partySize: 1 })).toBe(true);
  });
});
