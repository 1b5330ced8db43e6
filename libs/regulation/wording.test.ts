import { describe, expect, it } from '@jest/globals';
import { ACT_LABELS, actLabel } from './act-labels.ts';
import { ACT_NAMES } from './authority.ts';
import { FIELD_NAMES, fieldName } from './field-names.ts';
import { EMPTY_CONTENTS } from './registry/contents.ts';
import { REFUSAL_MESSAGES, type RefusalCode } from './refusal-messages.ts';
import { wordRefusal } from './wording.ts';

const CODES = Object.keys(REFUSAL_MESSAGES) as RefusalCode[];
const placesOf = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([place]) => place).toSorted((a, b) => a.localeCompare(b));

describe('refusals in words', () => {
  it.each(CODES)('%s is said in Chinese and English, ends as a sentence and uses the same facts', (code) => {
    const [chinese, english] = REFUSAL_MESSAGES[code];
    expect(chinese).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(english).toMatch(/^[\x20-\x7e²±�]+\.$/);
    expect(placesOf(english)).toEqual(placesOf(chinese));
  });

  it('names the field and the cure', () => {
    const refusal = { code: 'MISSING', field: 'contact.phone', params: {} } as const;
    expect(wordRefusal(refusal, 'zh-CN')).toBe('缺少联系方式。请补充。');
    expect(wordRefusal(refusal, 'en')).toBe('Missing: Contact phone. Please add it.');
  });

  it('puts numbers and texts in their places', () => {
    const refusal = {
      code: 'TOO_LARGE',
      field: 'declaredCapacity',
      params: { value: 3e6, limit: 2e6 },
    } as const;
    expect(wordRefusal(refusal, 'zh-CN')).toBe(
      '可容纳人数过大：3,000,000，上限为 2,000,000。请核对单位和位数。',
    );
  });

  it('loses no decimal, and leaves what was typed as it was', () => {
    const field = 'position';
    const swapped = {
      code: 'SWAPPED',
      field,
      params: { longitude: 34.781_234, latitude: -1111.5 },
    } as const;
    expect(wordRefusal(swapped, 'en')).toContain('(34.781234, -1,111.5)');
    const typed = { code: 'NOT_A_NUMBER', field, params: { value: '12000人' } } as const;
    expect(wordRefusal(typed, 'zh-CN')).toContain('“12000人”');
  });

  it('shows stages and acts by their labels', () => {
    const refusal = { code: 'OUT_OF_STAGE', field: null, params: { act: 'accept', stage: 'DRAFT' } } as const;
    expect(wordRefusal(refusal, 'zh-CN')).toBe('当前阶段（草稿）不能受理。请刷新页面，查看最新情况。');
    expect(wordRefusal(refusal, 'en')).toContain('(Draft): accept');
    const unborn = { ...refusal, params: { act: 'accept', stage: 'NONE' } };
    expect(wordRefusal(unborn, 'zh-CN')).toContain('（尚未建立）');
    expect(wordRefusal(unborn, 'en')).toContain('(nothing there yet)');
    const hidden = { ...refusal, params: { act: 'suspend', stage: 'HIDDEN' } };
    expect(wordRefusal(hidden, 'en')).toContain('(Hidden): suspend');
  });

  it('offers what may be written instead in the language of the reader', () => {
    const params = { value: 'Galactic', enumeration: 'ShelterGrade', allowed: 'PROVINCIAL,MUNICIPAL' };
    const refusal = { code: 'UNKNOWN_VALUE', field: 'grade', params } as const;
    expect(wordRefusal(refusal, 'zh-CN')).toBe('级别不认识“Galactic”。请选用：省级、市级。');
    expect(wordRefusal(refusal, 'en')).toBe(
      'Grade does not know "Galactic". Use one of: Provincial, Municipal.',
    );
    const plain = { ...refusal, params: { value: '山崩', allowed: '水災,震災' } };
    expect(wordRefusal(plain, 'en')).toMatch(/: 水災, 震災\.$/u);
    expect(wordRefusal(plain, 'zh-CN')).toMatch(/：水災、震災。$/u);
  });

  it('calls a jurisdiction by its English name in English', () => {
    const params = { jurisdiction: '湖滨区', jurisdictionEn: 'Hubin District' };
    const refusal = { code: 'OUTSIDE_JURISDICTION', field: 'position', params } as const;
    expect(wordRefusal(refusal, 'zh-CN')).toContain('不在湖滨区范围内');
    expect(wordRefusal(refusal, 'en')).toContain('lies outside Hubin District.');
  });

  it('never shows braces when a fact is missing, nor reads inherited ones', () => {
    expect(wordRefusal({ code: 'TOO_LARGE', field: null, params: {} }, 'en')).toBe(
      'This entry is too large: , the limit is . Check unit and digits.',
    );
    expect(wordRefusal({ code: 'TOO_LARGE', field: null, params: {} }, 'zh-CN')).toMatch(/^内容过大/);
  });

  it('does not fill places inside a value', () => {
    const refusal = {
      code: 'NOT_A_NUMBER',
      field: 'declaredCapacity',
      params: { value: '{field}$1' },
    } as const;
    expect(wordRefusal(refusal, 'zh-CN')).toContain('现为“{field}$1”');
  });
});

describe('field names', () => {
  it('exist for every field of the contents', () => {
    for (const field of Object.keys(EMPTY_CONTENTS)) expect(FIELD_NAMES[field]).toBeDefined();
  });

  it.each(Object.entries(FIELD_NAMES))('%s has both languages', (_field, [chinese, english]) => {
    expect(chinese).toMatch(/[\u4e00-\u9fff]/);
    expect(english).toMatch(/^[\x20-\x7e]+$/);
  });

  it('say which entry of a list is meant', () => {
    expect(fieldName('facilities.2.quantity', 'zh-CN')).toBe('设施数量（第 3 项）');
    expect(fieldName('facilities[0].quantity', 'en')).toBe('Quantity of the facility (entry 1)');
  });

  it('show an unknown path as it is', () => {
    expect(fieldName('nothing.3.known', 'zh-CN')).toBe('nothing.3.known');
    expect(fieldName('toString', 'en')).toBe('toString');
  });
});

describe('act labels', () => {
  it('exist for every act, in both languages', () => {
    expect(Object.keys(ACT_LABELS)).toEqual(expect.arrayContaining(ACT_NAMES));
    for (const [chinese, english] of Object.values(ACT_LABELS)) {
      expect(chinese).toMatch(/[\u4e00-\u9fff]/);
      expect(english).toMatch(/^[a-z][\x20-\x7e]+$/);
    }
    expect(actLabel('publishShelters', 'en')).toBe('publish shelters');
    expect(actLabel('unheard of', 'zh-CN')).toBe('unheard of');
  });
});
