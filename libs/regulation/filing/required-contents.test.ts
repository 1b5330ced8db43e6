import { describe, expect, it } from '@jest/globals';
import { sampleContents } from '../checks/sample-contents.ts';
import { EMPTY_CONTENTS, type ShelterContents } from '../registry/contents.ts';
import { lawItems, missingContents } from './required-contents.ts';

const fields = (contents: ShelterContents) => missingContents(contents).map(({ field }) => field);

describe('Art. 14 (1)-(6)', () => {
  it('tells every gap of a blank sheet at once', () => {
    expect(missingContents(EMPTY_CONTENTS)[0]).toEqual({
      class: 'LAW',
      rule: 'filing/required-contents',
      article: 14,
      field: 'name',
      code: 'MISSING',
      params: {},
    });
    expect(fields(EMPTY_CONTENTS)).toEqual([
      'name',
      'position',
      'areaSquareMeters',
      'declaredCapacity',
      'facilities',
      'zonePlanFileId',
      'contact.name',
      'contact.phone',
    ]);
    for (const finding of missingContents(EMPTY_CONTENTS))
      expect(finding).toMatchObject({ class: 'LAW', article: 14 });
  });

  it('is satisfied by its six contents; (7) may be empty', () => {
    expect(missingContents(sampleContents({ otherPaperFileIds: [] }))).toEqual([]);
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ position: null }, 'position'],
    [{ areaSquareMeters: null }, 'areaSquareMeters'],
    [{ areaSquareMeters: 0 }, 'areaSquareMeters'],
    [{ declaredCapacity: null }, 'declaredCapacity'],
    [{ facilities: [] }, 'facilities'],
    [{ zonePlanFileId: null }, 'zonePlanFileId'],
    [{ zonePlanFileId: '' }, 'zonePlanFileId'],
    [{ contact: { name: null, phone: '110', phone24h: null } }, 'contact.name'],
    [{ contact: { name: '王', phone: '\u3000', phone24h: '110' } }, 'contact.phone'],
  ] satisfies [Partial<ShelterContents>, string][])('%j lacks %s alone', (change, field) => {
    expect(fields(sampleContents(change))).toEqual([field]);
  });

  it('counts by item: both parts of (3) and of (6) make one of six', () => {
    const told = (contents: ShelterContents) =>
      lawItems(contents).flatMap((entry) => (entry.told ? entry.item : []));
    expect(lawItems(EMPTY_CONTENTS)).toHaveLength(6);
    expect(told(EMPTY_CONTENTS)).toEqual([]);
    expect(told(sampleContents({ otherPaperFileIds: [] }))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(told(sampleContents({ declaredCapacity: null }))).toEqual([1, 2, 4, 5, 6]);
    expect(told(sampleContents({ contact: { name: '王', phone: null, phone24h: null } }))).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });
});
