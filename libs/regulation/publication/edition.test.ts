import { describe, expect, it } from '@jest/globals';
import { sampleContents, samplePosition } from '../checks/sample-contents.ts';
import { EDITION_DEFAULTS, isEditionOverdue, nextEditionDue, publicChanges } from './edition.ts';
import { publicContents, type PublicContents } from './public-contents.ts';

const SECRET = '绝密';
const WATER = { type: 'WATER', quantity: 4, state: 'WORKING' } as const;

describe('what may be public', () => {
  it('is place, capacity, zone plan and the like, and nothing of the people behind', () => {
    const contents = sampleContents({
      position: { ...samplePosition(), rawLongitude: 99.123, rawLatitude: 9.123, sourceCrs: 'BD09' },
      contact: { name: SECRET, phone: SECRET, phone24h: SECRET },
      remarks: SECRET,
      seismicEvidence: SECRET,
      otherPaperFileIds: [SECRET],
      facilities: [{ type: 'WATER', quantity: 4, state: 'WORKING', maintainer: SECRET }],
      suitability: [{ hazard: 'FIRE', suitability: 'SUITABLE', assessedBy: SECRET, assessedOn: SECRET }],
      acceptedOn: SECRET,
      handedOverOn: SECRET,
    });
    const shown = JSON.stringify(publicContents(contents));
    expect(shown).not.toContain(SECRET);
    expect(shown).not.toMatch(/raw|99\.123|BD09|contact|remarks|24h|maintainer|assessed/);
    expect(publicContents(contents)).toMatchObject({
      name: contents.name,
      position: { longitude: 111.2031, latitude: 34.7784 },
      declaredCapacity: 6_000,
      zonePlanFileId: 'zone-plan',
      facilities: [{ type: 'WATER', quantity: 4, state: 'WORKING' }],
      suitability: [{ hazard: 'FIRE', suitability: 'SUITABLE' }],
    });
  });

  it('names its fields one by one, so that a new field stays inside until somebody decides', () => {
    expect(Object.keys(publicContents(sampleContents()))).toEqual([
      'name',
      'aliases',
      'division',
      'address',
      'landmark',
      'position',
      'entrances',
      'boundary',
      'areaSquareMeters',
      'effectiveAreaSquareMeters',
      'declaredCapacity',
      'facilities',
      'zones',
      'zonePlanFileId',
      'publicPhone',
      'suitability',
      'siteType',
      'spaceType',
      'grade',
      'durationClass',
      'standingKind',
      'petPolicy',
      'barrierFree',
    ]);
    expect(publicContents(sampleContents({ position: null })).position).toBeNull();
  });
});

describe('what counts as changed', () => {
  it('is a difference the public can see', () => {
    const before = sampleContents();
    expect(publicChanges(before, { ...before, name: '新名', declaredCapacity: 1 })).toEqual([
      'name',
      'declaredCapacity',
    ]);
    expect(publicChanges(before, { ...before, position: samplePosition(111.3, 34.8) })).toEqual(['position']);
  });

  it('is not a difference inside', () => {
    const before = sampleContents();
    const after = { ...before, remarks: 'x', contact: { name: 'y', phone: 'z', phone24h: null } };
    expect(publicChanges(before, after)).toEqual([]);
    expect(publicChanges(before, structuredClone(before))).toEqual([]);
  });

  it('is read against what was published, in whatever order the database keeps its keys', () => {
    const after = sampleContents({ facilities: [{ ...WATER, maintainer: '甲' }] });
    const published = JSON.parse(JSON.stringify(publicContents(after))) as PublicContents;
    const { longitude, latitude } = samplePosition();
    expect(publicChanges({ ...published, position: { latitude, longitude } }, after)).toEqual([]);
    const failed = { ...after, facilities: [{ ...WATER, state: 'FAILED' as const, maintainer: null }] };
    expect(publicChanges(published, failed)).toEqual(['facilities']);
  });

  it('is neither the order in which hazards are listed nor one that was not assessed', () => {
    const entry = { assessedBy: null, assessedOn: null };
    const fire = { ...entry, hazard: 'FIRE', suitability: 'SUITABLE' } as const;
    const flood = { ...entry, hazard: 'FLOOD', suitability: 'UNSUITABLE' } as const;
    const storm = { ...entry, hazard: 'STORM', suitability: 'NOT_ASSESSED' } as const;
    const before = sampleContents({ suitability: [fire, flood, storm] });
    expect(publicChanges(before, { ...before, suitability: [flood, fire] })).toEqual([]);
    const worse = { ...fire, suitability: 'UNSUITABLE' } as const;
    expect(publicChanges(before, { ...before, suitability: [flood, worse] })).toEqual(['suitability']);
  });

  it('is everything when nothing was public', () => {
    expect(publicChanges(null, sampleContents())).toHaveLength(23);
  });
});

describe('the clock of the editions', () => {
  it('runs from the last one', () => {
    expect(nextEditionDue('2025-11-30', EDITION_DEFAULTS)).toBe('2026-02-28');
    expect(nextEditionDue('2026-01-15', { editionMonths: 1 })).toBe('2026-02-15');
    expect(nextEditionDue(null, EDITION_DEFAULTS)).toBeNull();
  });

  it('is overdue the day after, and at once when there never was one', () => {
    expect(isEditionOverdue('2025-11-30', '2026-02-28', EDITION_DEFAULTS)).toBe(false);
    expect(isEditionOverdue('2025-11-30', '2026-03-01', EDITION_DEFAULTS)).toBe(true);
    expect(isEditionOverdue('2025-11-30', '2026-03-01', { editionMonths: 6 })).toBe(false);
    expect(isEditionOverdue(null, '2026-03-01', EDITION_DEFAULTS)).toBe(true);
  });
});
