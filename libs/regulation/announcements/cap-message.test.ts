import { describe, expect, it } from '@jest/globals';
import { ALERT_LEVELS, HAZARD_TYPES } from '../enumerations.ts';
import { capMessage, capReference, capTime, type CapFacts } from './cap-message.ts';

const TEXT = { headline: 'h', description: 'd', instruction: 'i' };
const FACTS: CapFacts = {
  identifier: '411202-QY-2026-0001-1',
  sender: 'shelters.example',
  senderName: '湖滨区',
  sentAt: new Date('2026-03-10T01:02:03.900Z'),
  occasion: 'ACTIVATION',
  exercise: false,
  hazard: 'EARTHQUAKE',
  level: null,
  texts: { 'zh-CN': { ...TEXT, headline: '题' }, en: TEXT },
  references: [],
  areaName: { 'zh-CN': '湖滨区', en: 'Hubin' },
  outlines: [],
};

describe('a CAP message', () => {
  it.each([
    ['ACTIVATION', 'Alert', 'Shelter', 'Immediate'],
    ['AMENDMENT', 'Update', 'Shelter', 'Immediate'],
    ['CLOSING', 'Update', 'AllClear', 'Past'],
  ] as const)('of %s is an %s with %s', (occasion, msgType, responseType, urgency) => {
    const message = capMessage({ ...FACTS, occasion });
    expect(message).toMatchObject({
      msgType,
      status: 'Actual',
      infos: [{ responseType, urgency }, { responseType }],
    });
  });

  it('of an exercise says Exercise', () => {
    expect(capMessage({ ...FACTS, exercise: true }).status).toBe('Exercise');
  });

  it('is told once in each language, with its own words and the name of the area', () => {
    const [chinese, english] = capMessage(FACTS).infos;
    expect(chinese).toMatchObject({ language: 'zh-CN', event: '地震', headline: '题', areaDesc: '湖滨区' });
    expect(english).toMatchObject({ language: 'en', event: 'Earthquake', headline: 'h', areaDesc: 'Hubin' });
  });

  it('is dated on the clock of Shanghai, without fractions, and so referred to', () => {
    expect(capTime(FACTS.sentAt)).toBe('2026-03-10T09:02:03+08:00');
    expect(capTime(new Date('2025-12-31T16:00:00Z'))).toBe('2026-01-01T00:00:00+08:00');
    expect(capReference(FACTS)).toBe('shelters.example,411202-QY-2026-0001-1,2026-03-10T09:02:03+08:00');
    expect(capMessage(FACTS).references).toBeNull();
    expect(capMessage({ ...FACTS, references: ['a,b,c', 'd,e,f'] }).references).toBe('a,b,c d,e,f');
  });

  it('draws outlines as latitude before longitude', () => {
    const outline = [
      [111.1, 34.5],
      [111.200_000_04, 34.5],
      [111.2, 34.6],
      [111.1, 34.5],
    ] as const;
    expect(capMessage({ ...FACTS, outlines: [outline] }).infos[0]?.polygons).toEqual([
      '34.5,111.1 34.5,111.2 34.6,111.2 34.5,111.1',
    ]);
  });

  it('has a category for every hazard and a severity for every level', () => {
    const allowed = ['Geo', 'Met', 'Fire', 'CBRNE', 'Other'];
    for (const hazard of HAZARD_TYPES)
      expect(allowed).toContain(capMessage({ ...FACTS, hazard }).infos[0]?.category);
    const severities = [...ALERT_LEVELS, null].map(
      (level) => capMessage({ ...FACTS, level }).infos[0]?.severity,
    );
    expect(severities).toEqual(['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown']);
  });
});
