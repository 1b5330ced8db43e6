import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { sampleContents, sampleFacts, samplePosition } from '../checks/sample-contents.ts';
import { blocking } from '../refusal.ts';
import { EMPTY_CONTENTS } from '../registry/contents.ts';
import { checkContents, checkContentsAlone, impossibleContents, shapeFindings } from './check-contents.ts';

const codes = (...args: Parameters<typeof checkContents>) => checkContents(...args).map(({ code }) => code);

describe('everything the checks say', () => {
  it('is nothing about a filing that is in order', () => {
    expect(checkContents(sampleContents(), sampleFacts())).toEqual([]);
  });

  it('is told at once, in all three classes', () => {
    const contents = sampleContents({ zonePlanFileId: null, declaredCapacity: -1, spaceType: 'INDOOR' });
    expect(checkContents(contents, sampleFacts()).map(({ class: kind, field }) => [kind, field])).toEqual([
      ['LAW', 'zonePlanFileId'],
      ['IMPOSSIBLE', 'declaredCapacity'],
      ['ADVICE', 'seismicEvidence'],
    ]);
  });

  it('gives one cause for one wrong point', () => {
    const outside = sampleFacts({ boundary: 'OUTSIDE' });
    const at = (longitude: number, latitude: number) =>
      sampleContents({ position: samplePosition(longitude, latitude) });
    expect(codes(at(0, 34.7784), outside)).toContain('ZERO_COORDINATE');
    expect(codes(at(0, 34.7784), outside)).not.toContain('OUTSIDE_JURISDICTION');
    expect(codes(at(34.7784, 111.2031), outside)).toEqual(['SWAPPED']);
    expect(codes(at(500.1234, 34.7784), outside)).toEqual(['OUT_OF_RANGE']);
    expect(codes(sampleContents(), outside)).toEqual(['OUTSIDE_JURISDICTION']);
  });

  it('runs every rule', () => {
    const verdict = {
      hazard: 'FIRE',
      suitability: 'NOT_ASSESSED',
      assessedBy: null,
      assessedOn: '2020-13-01',
    } as const;
    const twice = { item: 'OVERVIEW', contained: 'YES', note: null } as const;
    const contents = sampleContents({
      name: ' ',
      position: samplePosition(111.2, 34.7),
      address: 'x'.repeat(301),
      landmark: '\u0000\ufffd',
      blockedCapacity: -1,
      areaSquareMeters: 1,
      effectiveAreaSquareMeters: 2,
      suitability: [verdict, verdict, { ...verdict, hazard: 'FLOOD', suitability: 'SUITABLE' }],
      spaceType: 'INDOOR',
      siteType: 'CASTLE' as 'PARK',
      publicPhone: 'x',
      acceptedOn: '2027-01-01',
      facilities: [{ type: 'WATER', quantity: 1, state: 'WORKING', maintainer: null }],
      zones: [{ type: 'LODGING', name: null, areaSquareMeters: 3, ring: [] }],
      capacityBasis: { standard: 'x', dated: null, squareMetersPerPerson: 4 },
      declaredCapacity: 1,
      exposures: [{ hazard: 'FLOOD', description: null, distanceMeters: null }],
      designScheme: [twice, twice],
      consultation: {
        askedBy: null,
        askedOn: '2020-01-01',
        answeredBy: null,
        answeredOn: null,
        opinion: null,
      },
      investment: 'GOVERNMENT',
      contributions: [{ kind: 'DONATION', donor: 'x', given: null, valueYuan: null, receivedOn: null }],
    });
    const zeroCapacity = { ...contents, declaredCapacity: 0, suitability: [] };
    const facts = sampleFacts({
      boundary: 'OUTSIDE',
      nearbySame: [{ code: 'c', name: 'n', meters: 1 }],
      shapes: [
        {
          field: 'boundary.parts.0',
          crossing: { longitude: 111, latitude: 34 },
          squareMeters: 5,
          outsideJurisdiction: true,
          metersOffSite: null,
        },
        {
          field: 'zones.0.ring',
          crossing: null,
          squareMeters: 5,
          outsideJurisdiction: false,
          metersOffSite: 6,
        },
        {
          field: 'position',
          crossing: null,
          squareMeters: null,
          outsideJurisdiction: false,
          metersOffSite: 101,
        },
      ],
    });
    const all = [...checkContents(contents, facts), ...checkContents(zeroCapacity, facts)];
    for (const { rule, source } of all) {
      expect([rule, existsSync(new URL(`../${rule}.ts`, import.meta.url))]).toEqual([rule, true]);
      expect(source ?? 'practice: Art. 14').toMatch(/^practice: \S/);
    }
    expect(new Set(all.map(({ code }) => code))).toEqual(
      new Set([
        'MISSING',
        'OUTSIDE_JURISDICTION',
        'EMPTY',
        'TOO_LONG',
        'CONTROL_CHARACTER',
        'UNKNOWN_VALUE',
        'NO_SUCH_DATE',
        'TWICE',
        'NEGATIVE',
        'SAME_NAME_NEARBY',
        'ABOVE_COMPUTED',
        'EFFECTIVE_ABOVE_AREA',
        'COARSE_POSITION',
        'HAZARDS_NOT_ASSESSED',
        'NO_SEISMIC_EVIDENCE',
        'PHONE_FORM',
        'ZERO_CAPACITY',
        'LOST_CHARACTERS',
        'DATE_IN_FUTURE',
        'TOO_FEW_POINTS',
        'SELF_CROSSING',
        'ZONE_OVER_BOUNDARY',
        'OFF_SITE',
        'ZONES_ABOVE_AREA',
        'AREA_UNLIKE_BOUNDARY',
        'EXPOSED_YET_SUITABLE',
        'BASICS_NOT_NAMED',
        'SCHEME_INCOMPLETE',
        'NOT_ANSWERED',
        'NO_STANDARD_NAMED',
        'NO_BUDGET_NAMED',
        'CONTRIBUTION_UNLIKE_INVESTMENT',
      ]),
    );
  });

  it('of contents alone says what is wrong in them, and nothing of a world that is not known', () => {
    const { today } = sampleFacts();
    expect(checkContentsAlone(sampleContents(), today)).toEqual([]);
    const wrong = sampleContents({ zonePlanFileId: null, declaredCapacity: -1, acceptedOn: '2099-01-01' });
    expect(checkContentsAlone(wrong, today).map(({ code }) => code)).toEqual([
      'MISSING',
      'NEGATIVE',
      'DATE_IN_FUTURE',
      'NO_STANDARD_NAMED',
    ]);
  });

  it('cites an article for law alone, and a source for all practice', () => {
    const findings = checkContents({ ...EMPTY_CONTENTS, blockedCapacity: -1 }, sampleFacts());
    for (const finding of findings) {
      expect(finding.article).toBe(finding.class === 'LAW' ? 14 : null);
      expect(finding.source === undefined).toBe(finding.class === 'LAW');
    }
    expect(new Set(findings.map((finding) => finding.class))).toEqual(
      new Set(['LAW', 'IMPOSSIBLE', 'ADVICE']),
    );
  });

  it('is told of shapes alone: where one crosses itself, and which zone reaches over the boundary', () => {
    const fact = { crossing: null, squareMeters: null, outsideJurisdiction: false, metersOffSite: null };
    const crossing = { longitude: 111, latitude: 34 };
    expect(
      shapeFindings([
        { ...fact, field: 'boundary.parts.0', crossing },
        { ...fact, field: 'zones.0.ring', metersOffSite: 6 },
        { ...fact, field: 'zones.1.ring', metersOffSite: 5 },
      ]).map(({ field, code }) => [field, code]),
    ).toEqual([
      ['boundary.parts.0', 'SELF_CROSSING'],
      ['zones.0.ring', 'ZONE_OVER_BOUNDARY'],
    ]);
  });

  it('blocks by law and impossibility, never by advice', () => {
    const findings = checkContents(
      sampleContents({ zonePlanFileId: null, blockedCapacity: -1, declaredCapacity: 0 }),
      sampleFacts(),
    );
    expect(findings).toHaveLength(3);
    expect(blocking(findings).map((finding) => finding.class)).toEqual(['LAW', 'IMPOSSIBLE']);
    expect(impossibleContents(sampleContents({ zonePlanFileId: null }), sampleFacts())).toEqual([]);
  });
});
