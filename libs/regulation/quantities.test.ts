import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBlankText, readNumber, readPersons, readSquareMeters } from './quantities.ts';

const fullWidth = (text: string) =>
  text.replaceAll(/[0-9.,]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

describe('numbers in text', () => {
  it.each([
    ['1200', 1200],
    [' 1200 ', 1200],
    ['１２００', 1200],
    ['1,200', 1200],
    ['1，200，000', 1_200_000],
    ['12 300', 12_300],
    ['31.76,', 31.76],
    ['31。76', 31.76],
    ['10 .5', 10.5],
    ['10. 5', 10.5],
    ['10.5,、', 10.5],
    ['1  200', 1_200],
    ['.5', 0.5],
    ['2.4万', 24_000],
    ['2.4 万', 24_000],
    ['1.13万', 11_300],
    ['3千', 3_000],
    ['5百', 500],
    ['2百万', 2_000_000],
    ['1千万', 10_000_000],
    ['1.2亿', 120_000_000],
    ['1.2億', 120_000_000],
    ['3萬', 30_000],
    ['-5', -5],
    ['−5', -5],
    ['+5', 5],
    ['0', 0],
    ['-0', 0],
    ['007', 7],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each([
    '',
    '.',
    '-',
    '万',
    '约',
    '2万多',
    '3000余',
    '2万5',
    '1,23',
    '12,34,567',
    '1.234,5',
    '1 23',
    '10 20',
    '1.2.3',
    '1e5',
    '0x10',
    '三百',
    '3-5',
    '10²',
    '②',
    'NaN',
    'Infinity',
    '--5',
    '5万万',
    '1234,567',
    'a5',
    '5a',
    '9'.repeat(400),
  ])('%j is not guessed', (text) => {
    expect(readNumber(text)).toBeNull();
  });

  it('reads back whatever was written, in any of the spellings', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        const grouped = value.toLocaleString('en-US');
        return [String(value), grouped, fullWidth(grouped), ` ${grouped} ,`].every(
          (text) => readNumber(text) === value,
        );
      }),
    );
  });

  it('applies 万 without any error of rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        const text = `${Math.floor(value / 10_000)}.${String(value % 10_000).padStart(4, '0')}万`;
        return readNumber(text) === value && readPersons(`约${fullWidth(text)}人`) === value;
      }),
    );
  });

  it('answers with a finite number or null to any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const read of [readNumber, readPersons, readSquareMeters]) {
          const value = read(text);
          if (value !== null && !Number.isFinite(value)) return false;
        }
        return true;
      }),
    );
  });
});

describe('persons', () => {
  it.each([
    ['2.4万人', 24_000],
    ['约为7600人', 7_600],
    ['大约 7600 人', 7_600],
    ['约13.3万人', 133_000],
    ['11250人', 11_250],
    ['3,760名', 3_760],
    ['120 persons', 120],
    ['共120人', 120],
    ['80', 80],
  ])('%j is %d', (text, value) => {
    expect(readPersons(text)).toBe(value);
  });

  it.each(['2万多', '3000余人', '人', '300户', '100人/日', '人100'])('%j is not guessed', (text) => {
    expect(readPersons(text)).toBeNull();
  });
});

describe('areas', () => {
  it.each([
    ['6.43万平方米', 64_300],
    ['约为50.36万平方米', 503_600],
    ['约17万平方米', 170_000],
    ['10 .5万平方米', 105_000],
    ['6500平方米', 6_500],
    ['6500㎡', 6_500],
    ['6500 m²', 6_500],
    ['６５００平米', 6_500],
    ['1.2公顷', 12_000],
    ['1.2 ha', 12_000],
    ['0.5平方公里', 500_000],
    ['0.5km²', 500_000],
    ['3亩', 2_000],
    ['31.76,', 31.76],
    ['100', 100],
  ])('%j is %d m²', (text, value) => {
    expect(readSquareMeters(text)).toBe(value);
  });

  it.each(['7200平方米(可支撑帐篷)', '平方米', '3人', '12公里', '约', '一公顷'])(
    '%j is not guessed',
    (text) => {
      expect(readSquareMeters(text)).toBeNull();
    },
  );
});

describe('blanks', () => {
  it.each(['', ' ', '-', '—', '——', '/', '无', '不详', '暂无', '未知', 'N/A', 'null', '\u3000'])(
    '%j says nothing',
    (text) => {
      expect(isBlankText(text)).toBe(true);
    },
  );

  it.each(['0', '无人', 'none of them', '-5'])('%j says something', (text) => {
    expect(isBlankText(text)).toBe(false);
  });
});
