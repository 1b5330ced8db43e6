/** Why a text is no coordinate. The wording, with the cure, belongs to whoever asks. */
export const COORDINATE_FAULTS = [
  'EMPTY',
  'NOT_A_COORDINATE',
  'NOT_A_PAIR',
  'NOT_DEGREES', // so large that it must be metres of a grid, or digits run together
  'OUT_OF_RANGE',
  'MINUTES_OUT_OF_RANGE', // minutes or seconds of 60 and more
  'WRONG_AXIS', // N or S on a longitude, E or W on a latitude
  'AMBIGUOUS_ORDER', // two bare numbers either of which might be the latitude
] as const;
export type CoordinateFault = (typeof COORDINATE_FAULTS)[number];
export type Read<T> = { value: T; fault: null } | { value: null; fault: CoordinateFault };
export type Axis = 'longitude' | 'latitude';
type Pair = { longitude: number; latitude: number };

const LIMIT = { longitude: 180, latitude: 90 } as const;
const LETTERS = { longitude: 'EW', latitude: 'NS' } as const;
const LONGEST_TEXT = 100;
const MOST_DEGREES = 1000;

// What an input method, a map or a survey sheet writes for the same sign. Order matters: 东经 before 经度.
const SPELLINGS: [RegExp, string][] = [
  [/东经|東經/gu, 'E'],
  [/西经|西經/gu, 'W'],
  [/北纬|北緯/gu, 'N'],
  [/南纬|南緯/gu, 'S'],
  [/经度|經度|\b(?:longitude|lng|lon)\b/giu, 'E'],
  [/纬度|緯度|\b(?:latitude|lat)\b/giu, 'N'],
  [/([NSEW])[:=]? ?\1?/gu, '$1'],
  [/度/gu, '°'],
  [/[分′‘’]/gu, "'"],
  [/''|[秒“”]/gu, '"'],
  [/[−–—]/gu, '-'],
  [/。/gu, '.'],
  [/[;、|/]/gu, ','],
  [/[()[\]{}]/gu, ' '],
  [/\s+/gu, ' '],
];

// N 34°46'23.5" or 34 46 23.5 N or 34:46.4 or 34.7732: letter, sign, degrees, minutes, seconds, letter.
const ANGLE =
  /^([NSEW])?([+-])?(\d+\.?\d*|\.\d+)(?:[°: ](?:(\d+\.?\d*)(?:[': ](?:(\d+\.?\d*)"?)?)?)?)?([NSEW])?$/u;

/** Degrees from text as people write it: decimal, full-width, degree-minute-second, with N/S/E/W or 北纬/东经. */
export function readDegrees(text: string, axis: Axis): Read<number> {
  const plain = normalise(text);
  if (plain === '') return fault('EMPTY');
  const [, before, sign, degreeText = '', minuteText, secondText, after] = ANGLE.exec(closeUp(plain)) ?? [];
  const letter = before ?? after;
  if (degreeText === '' || (before && after) || (letter && sign)) return fault('NOT_A_COORDINATE');
  if (letter && !LETTERS[axis].includes(letter)) return fault('WRONG_AXIS');

  const [minutes, seconds] = [Number(minuteText ?? 0), Number(secondText ?? 0)];
  if (minutes >= 60 || seconds >= 60) return fault('MINUTES_OUT_OF_RANGE');
  if ((minuteText && degreeText.includes('.')) || (secondText && minuteText?.includes('.')))
    return fault('NOT_A_COORDINATE');

  const size = Number(degreeText) + minutes / 60 + seconds / 3600;
  if (size >= MOST_DEGREES) return fault('NOT_DEGREES');
  if (size > LIMIT[axis]) return fault('OUT_OF_RANGE');
  const isNegative = sign === '-' || letter === 'W' || letter === 'S';
  return { value: isNegative && size !== 0 ? -size : size, fault: null };
}

/** A place from one text, in either order when letters, range or the extent of China tell which is which. */
export function readPair(text: string): Read<Pair> {
  const plain = normalise(text);
  if (plain === '') return fault('EMPTY');
  const halves = split(plain);
  if (halves === null) return fault('NOT_A_PAIR');
  const [first, second] = halves;
  const readings = [readInOrder(first, second), readInOrder(second, first)];
  const possible = readings.flatMap(({ value }) => (value === null ? [] : [value]));
  const [only, ...others] = possible.length === 2 ? possible.filter(isInChina) : possible;
  if (only && others.length === 0) return { value: only, fault: null };
  if (possible.length === 2) return fault('AMBIGUOUS_ORDER');
  const faults = readings.flatMap((reading) => reading.fault ?? []);
  return fault(faults.find((each) => each !== 'WRONG_AXIS') ?? 'WRONG_AXIS');
}

/** Whether the two numbers make sense only the other way round: out of range, or in China only when exchanged. */
export function looksSwapped(longitude: number, latitude: number): boolean {
  if (Math.abs(latitude) > LIMIT.latitude) {
    return Math.abs(longitude) <= LIMIT.latitude && Math.abs(latitude) <= LIMIT.longitude;
  }
  return !isInChina({ longitude, latitude }) && isInChina({ longitude: latitude, latitude: longitude });
}

/** Roughly the extent of China: good enough to tell a longitude from a latitude, not to tell where a place is. */
function isInChina({ longitude, latitude }: Pair): boolean {
  return longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54;
}

function readInOrder(longitudeText: string, latitudeText: string): Read<Pair> {
  const longitude = readDegrees(longitudeText, 'longitude');
  if (longitude.fault !== null) return longitude;
  const latitude = readDegrees(latitudeText, 'latitude');
  if (latitude.fault !== null) return latitude;
  return { value: { longitude: longitude.value, latitude: latitude.value }, fault: null };
}

/** Two halves by comma, by the letters, or by an even number of words (34 46 23 111 10 52); null when unclear. */
function split(plain: string): [string, string] | null {
  const lettered = /^([NSEW][^NSEW,]+),?([NSEW][^NSEW,]+)$|^([^NSEW,]+[NSEW]),?([^NSEW,]+[NSEW])$/u.exec(
    plain,
  );
  if (lettered) return [lettered[1] ?? lettered[3] ?? '', lettered[2] ?? lettered[4] ?? ''];
  const byComma = plain.split(',');
  if (byComma.length === 2) return [byComma[0] ?? '', byComma[1] ?? ''];
  const words = plain.split(' ');
  if (byComma.length > 2 || words.length < 2 || words.length > 6 || words.length % 2 === 1) return null;
  return [words.slice(0, words.length / 2).join(' '), words.slice(words.length / 2).join(' ')];
}

/** One spelling for every sign; stray commas and blanks at the ends go (`31.76,`). Over-long text reads as none. */
function normalise(text: string): string {
  if (text.length > LONGEST_TEXT) return '?';
  const primesKept = text.replace(/[º˚]/gu, '°').replace(/″/gu, '"').normalize('NFKC').toUpperCase();
  return SPELLINGS.reduce((plain, [spelling, sign]) => plain.replace(spelling, sign), primesKept).replace(
    /^[ ,]+|[ ,]+$/gu,
    '',
  );
}

function closeUp(plain: string): string {
  return plain.replace(/ ?([°:'"NSEW+-]) ?/gu, '$1');
}

function fault(code: CoordinateFault): { value: null; fault: CoordinateFault } {
  return { value: null, fault: code };
}
