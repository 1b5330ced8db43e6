import { describe, expect, test } from '@jest/globals';
import { EMPTY_CONTENTS } from '#regulation/registry/contents';
import type { Refusal } from '../api/problem.ts';
import { formOf, readForm } from './contents-form.ts';
import type { ContentsInput } from './contents.documents.ts';
import { draftFindings, standing, type DraftSaid } from './draft-findings.ts';
import { checksOf } from './own-checks.ts';
import { boxOf } from './site-form.ts';

const blank: ContentsInput = {
  ...readForm(formOf(structuredClone(EMPTY_CONTENTS))).input,
  name: '第一中学操场',
};
const keyed = { onBehalf: false, unitId: 'u', signedPaperFileId: null };
const said = (code: string, field: string | null, kind = 'IMPOSSIBLE'): Refusal => ({
  class: kind,
  code,
  field,
  article: null,
  message: code,
});
const ownOf = (contents: ContentsInput): Refusal[] =>
  checksOf(contents, keyed, new Date('2026-11-27T00:00:00Z')).map((finding) => ({
    ...finding,
    message: finding.code,
  }));
function told(written: ContentsInput, over: Partial<DraftSaid> = {}): string[] {
  const answered = { said: [], of: written };
  return draftFindings({
    written,
    boxOf: (field) => field,
    faults: [],
    own: ownOf(written),
    refused: answered,
    saved: answered,
    ...over,
  }).map(({ field, code }) => `${field ?? '-'} ${code}`);
}

describe('what is said of a draft', () => {
  test('what is said of a row that was sent stands beside its box, below rows left blank', () => {
    const form = formOf(structuredClone(EMPTY_CONTENTS));
    const gift = { kind: 'DONATION', given: '', valueYuan: '', receivedOn: '' } as const;
    form.contributions.push({ ...gift, donor: '' }, { ...gift, donor: '商会', receivedOn: '2023-02-29' });
    form.entrances.push(
      { name: '东门', longitude: '111.19', latitude: '34.78', barrierFree: 'YES' },
      { name: ' ', longitude: '', latitude: '', barrierFree: 'UNKNOWN' },
      { name: '', longitude: '999', latitude: '34.78', barrierFree: 'UNKNOWN' },
    );
    form.exposures.push({ hazard: '', description: '', distanceMeters: '' });
    const inBoxes = { boxOf: (field: string | null) => boxOf(form, field) };
    const written = { ...readForm(form).input, name: '第一中学操场' };
    const lines = told(written, inBoxes);
    expect(lines).toContain('contributions.1.receivedOn NO_SUCH_DATE');
    expect(lines.filter((line) => line.startsWith('entrances.2'))).not.toEqual([]);
    expect(lines.filter((line) => /^(entrances|contributions)\.[01] /u.test(line))).toEqual([]);
    const refused = { said: [said('UNKNOWN_VALUE', 'contributions.0.kind')], of: written };
    expect(told(written, { ...inBoxes, refused })).toContain('contributions.1.kind UNKNOWN_VALUE');
    expect(['exposures.0.hazard', 'zones.3.name', null].map((field) => boxOf(form, field))).toEqual([
      'exposures.0.hazard',
      'zones.3.name',
      null,
    ]);
  });

  test('a value that cannot be is told while another box cannot be read, and nothing was sent', () => {
    const faults = [said('NOT_A_NUMBER', 'areaSquareMeters')];
    const lines = told({ ...blank, declaredCapacity: -5 }, { faults });
    expect(lines.slice(0, 2)).toEqual(['areaSquareMeters NOT_A_NUMBER', 'declaredCapacity NEGATIVE']);
    // The box is wrong, not empty.
    expect(lines).not.toContain('areaSquareMeters MISSING');
    expect(lines).toContain('position MISSING');
  });

  test('advice ends with its cause, whatever was saved', () => {
    const saved = { said: ownOf(blank), of: blank };
    expect(told(blank, { saved })).toContain('suitability HAZARDS_NOT_ASSESSED');
    const suitability = [
      { hazard: 'EARTHQUAKE' as const, suitability: 'SUITABLE' as const, assessedBy: null, assessedOn: null },
    ];
    expect(told({ ...blank, suitability }, { saved })).not.toContain('suitability HAZARDS_NOT_ASSESSED');
  });

  test('an empty box that stops the save is not said to lack besides', () => {
    expect(told({ ...blank, name: '' }).filter((line) => line.startsWith('name'))).toEqual(['name EMPTY']);
  });

  test('what both sides say is said once', () => {
    const written = { ...blank, declaredCapacity: -5 };
    const refused = { said: [said('NEGATIVE', 'declaredCapacity')], of: written };
    const lines = told(written, { refused });
    expect(lines.filter((line) => line === 'declaredCapacity NEGATIVE')).toHaveLength(1);
  });

  test('what only the server knows counts until the field is touched', () => {
    const at = (longitude: number): ContentsInput => ({
      ...blank,
      position: { longitude, latitude: 34.5012, crs: 'WGS84' },
    });
    const refused = { said: [said('OUTSIDE_JURISDICTION', 'position')], of: at(110.9001) };
    expect(told(at(110.9001), { refused })[0]).toBe('position OUTSIDE_JURISDICTION');
    expect(told(at(111.1951), { refused })).not.toContain('position OUTSIDE_JURISDICTION');
    // A part of what was touched goes with it; what is about no field stays.
    const of = { ...blank, contact: { name: null, phone: '1', phone24h: null } };
    const parts = { said: [said('PHONE_FORM', 'contact.phone'), said('SHELTER_DEREGISTERED', null)], of };
    expect(standing(parts, of)).toHaveLength(2);
    expect(standing(parts, blank).map(({ field }) => field)).toEqual([null]);
  });

  test('beside a field that stands in the way no advice is given about it', () => {
    const written = { ...blank, name: 'x' };
    const refused = { said: [said('TEXT_TOO_LONG', 'name')], of: written };
    const saved = { said: [said('SAME_NAME_NEARBY', 'name', 'ADVICE')], of: written };
    expect(told(written, { saved })).toContain('name SAME_NAME_NEARBY');
    expect(told(written, { saved, refused })).not.toContain('name SAME_NAME_NEARBY');
  });

  test('several places of the same name nearby are each told', () => {
    const nearby = said('SAME_NAME_NEARBY', 'name', 'ADVICE');
    const lines = told(blank, { saved: { said: [nearby, nearby], of: blank } });
    expect(lines.filter((line) => line === 'name SAME_NAME_NEARBY')).toHaveLength(2);
  });

  test('a point is judged where it lies, not by the figures of its datum', () => {
    const point = (crs: 'BD09' | 'WGS84', longitude = 111.1951, latitude = 34.7812): string[] =>
      told({ ...blank, position: { longitude, latitude, crs } });
    expect(point('BD09').filter((line) => line.startsWith('position'))).toEqual([]);
    expect(point('WGS84', 34.7812, 111.1951)).toContain('position SWAPPED');
    expect(point('WGS84', 111.2, 34.8)).toContain('position COARSE_POSITION');
  });
});
