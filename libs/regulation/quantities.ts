/** Numbers as lists write them. What is not plainly one number is null: nothing is guessed, "2万多" is no number. */

const POWERS: Readonly<Record<string, number>> = {
  '': 0,
  百: 2,
  千: 3,
  万: 4,
  萬: 4,
  百万: 6,
  千万: 7,
  亿: 8,
  億: 8,
};
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(\.\d+)?(百万|千万|[百千万萬亿億])?$/u;
const PERSONS = /(人|名|persons?|people)$/iu;
/** Unit → square metres as a power of ten, or as a factor. */
const AREAS: readonly (readonly [RegExp, number])[] = [
  [/(平方公里|km2)$/iu, 1_000_000],
  [/(公顷|公頃|ha)$/iu, 10_000],
  [/(平方米|平米|平方公尺|m2|㎡)$/iu, 1],
  [/(市亩|亩|畝)$/u, 10_000 / 15],
];
const ABOUT = /^(约为|约|大约|約|共计|共)/u;
/** Would turn into plain digits: 10² is not 102. The one of m² is let through. */
const EXPONENTS = /(?<![mM])[\u00b2\u00b3\u00b9\u2070-\u209c\u2460-\u24ff]/gu;
const BLANKS = new Set([
  '',
  '-',
  '--',
  '/',
  '无',
  '無',
  '暂无',
  '不详',
  '不詳',
  '不明',
  '未知',
  'n/a',
  'na',
  'null',
]);

/** True when a cell says nothing: empty, a dash, 无, 不详. Such a value is unknown, not wrong. */
export function isBlankText(text: string): boolean {
  return BLANKS.has(plain(text).toLowerCase());
}

/** A number from text: full-width digits, thousands separators, 万 and 亿, a stray comma at the end. Else null. */
export function readNumber(text: string): number | null {
  const match = NUMBER.exec(plain(text));
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', power = ''] = match;
  if (whole === '' && fraction === '') return null;
  // The exponent is applied in the text: 1.13万 is 11300, not 11299.999999999998.
  const value = Number(`${sign}${whole.replaceAll(/[, ]/g, '')}${fraction}e${POWERS[power] ?? 0}`);
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : null;
}

/** Persons: `2.4万人`, `3,760`, `约7600人`. "About" is taken at its word. Not necessarily whole. */
export function readPersons(text: string): number | null {
  return readNumber(plain(text).replace(ABOUT, '').replace(PERSONS, ''));
}

/** Square metres: `6.43万平方米`, `12公顷`, `31.76,`, `约为1.8万㎡`. No unit means square metres. */
export function readSquareMeters(text: string): number | null {
  const amount = plain(text).replace(ABOUT, '');
  const unit = AREAS.find(([form]) => form.test(amount));
  if (!unit) return readNumber(amount);
  const value = readNumber(amount.replace(unit[0], ''));
  return value === null ? null : Number((value * unit[1]).toPrecision(12));
}

/** One spelling for one thing: half-width, one kind of minus and point, no space beside point or unit, no stray end. */
function plain(text: string): string {
  return text
    .replaceAll(EXPONENTS, '^')
    .normalize('NFKC')
    .replaceAll(/[\u2212\u2013\u2014\u2015]/gu, '-')
    .replaceAll(/(?<=\d)。(?=\d)/gu, '.')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/ ?([.]) ?|(?<=\d) (?=\D)|(?<=[\u4e00-\u9fff]) /gu, '$1')
    .replace(/[,;、。]+$/u, '');
}
