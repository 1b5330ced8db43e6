import { readDegrees, readPair, type CoordinateFault } from '#geography/coordinates';
import { toWgs84, type Crs } from '#geography/crs';
import { CHECK_DEFAULTS } from '#regulation/checks/check';
import {
  HAZARD_TYPES,
  type FacilityState,
  type FacilityType,
  type HazardType,
  type Suitability,
} from '#regulation/enumerations';
import type { Refusal as CodedRefusal } from '#regulation/refusal';
import type { Contents, ContentsInput } from './contents.documents.ts';
import { readSiteForm, siteFormOf, type SiteForm } from './site-form.ts';

/** What stands in the boxes: numbers and coordinates as typed, so that nothing is lost while they are wrong. */
export interface ContentsForm extends SiteForm {
  texts: Record<TextField, string>;
  aliases: string;
  numbers: Record<NumberField, string>;
  position: {
    crs: Crs | '';
    longitude: string;
    latitude: string;
    /** As it is on file, to the last decimal: what the boxes were filled from. */
    onFile?: Degrees | null;
  };
  facilities: { type: FacilityType; quantity: string; state: FacilityState; maintainer: string }[];
  suitability: Record<HazardType, { suitability: Suitability; assessedBy: string; assessedOn: string }>;
  kinds: Pick<
    Contents,
    | 'siteType'
    | 'spaceType'
    | 'grade'
    | 'durationClass'
    | 'standingKind'
    | 'petPolicy'
    | 'barrierFree'
    | 'ownership'
    | 'investment'
    | 'fundingSource'
  >;
  zonePlanFileId: string | null;
  otherPaperFileIds: string[];
}

interface Degrees {
  longitude: number;
  latitude: number;
}

export const TEXT_FIELDS = [
  'name',
  'division',
  'address',
  'landmark',
  'contact.name',
  'contact.phone',
  'contact.phone24h',
  'publicPhone',
  'seismicEvidence',
  'acceptedOn',
  'handedOverOn',
  'budget',
  'remarks',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export const NUMBER_FIELDS = [
  'areaSquareMeters',
  'effectiveAreaSquareMeters',
  'declaredCapacity',
  'blockedCapacity',
  'capacityOverride',
] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

/** What cannot even be sent; the page words it like what the server says. */
export type Fault =
  | Pick<CodedRefusal, 'field' | 'code' | 'params'>
  | { field: string; coordinate: CoordinateFault | 'NO_SOURCE' };

/** What the wire carries at most. */
const MOST = 2_147_483_647;

/** Boxes filled from what is on file. */
export function formOf(contents: Contents): ContentsForm {
  const { contact, position } = contents;
  const texts: Record<TextField, string | null> = {
    ...contents,
    'contact.name': contact.name,
    'contact.phone': contact.phone,
    'contact.phone24h': contact.phone24h,
  };
  const assessed = new Map(contents.suitability.map((entry) => [entry.hazard, entry]));
  return {
    texts: record(TEXT_FIELDS, (field) => texts[field] ?? ''),
    aliases: contents.aliases.join('、'),
    numbers: record(NUMBER_FIELDS, (field) => contents[field]?.toString() ?? ''),
    position: {
      crs: position?.sourceCrs ?? '',
      longitude: position ? shortDegrees(position.rawLongitude) : '',
      latitude: position ? shortDegrees(position.rawLatitude) : '',
      onFile: position && { longitude: position.rawLongitude, latitude: position.rawLatitude },
    },
    facilities: contents.facilities.map(({ type, quantity, state, maintainer }) => ({
      type,
      quantity: quantity?.toString() ?? '',
      state,
      maintainer: maintainer ?? '',
    })),
    suitability: record(HAZARD_TYPES, (hazard) => ({
      suitability: assessed.get(hazard)?.suitability ?? 'NOT_ASSESSED',
      assessedBy: assessed.get(hazard)?.assessedBy ?? '',
      assessedOn: assessed.get(hazard)?.assessedOn ?? '',
    })),
    kinds: {
      siteType: contents.siteType,
      spaceType: contents.spaceType,
      grade: contents.grade,
      durationClass: contents.durationClass,
      standingKind: contents.standingKind,
      petPolicy: contents.petPolicy,
      barrierFree: contents.barrierFree,
      ownership: contents.ownership,
      investment: contents.investment,
      fundingSource: contents.fundingSource,
    },
    zonePlanFileId: contents.zonePlanFileId,
    otherPaperFileIds: [...contents.otherPaperFileIds],
    ...siteFormOf(contents),
  };
}

/** What the boxes say, ready to be sent, and every box that cannot be sent. */
export function readForm(form: ContentsForm): { input: ContentsInput; faults: Fault[] } {
  const faults: Fault[] = [];
  const note = <Value>({ value, fault }: Reading<Value>): Value | null => {
    if (fault) faults.push(fault);
    return value;
  };
  const { texts } = form;
  const text = (field: TextField): string | null => texts[field].trim() || null;
  const number = (field: NumberField): number | null =>
    note(readNumber(form.numbers[field], field, !field.endsWith('SquareMeters')));
  const { point, faults: pointFaults } = readPoint(form.position);
  faults.push(...pointFaults);
  const input: ContentsInput = {
    name: texts.name.trim(),
    aliases: form.aliases.split(/[、,，;；\n]/u).flatMap((alias) => alias.trim() || []),
    division: text('division'),
    address: text('address'),
    landmark: text('landmark'),
    position: point,
    areaSquareMeters: number('areaSquareMeters'),
    effectiveAreaSquareMeters: number('effectiveAreaSquareMeters'),
    declaredCapacity: number('declaredCapacity'),
    blockedCapacity: number('blockedCapacity'),
    capacityOverride: number('capacityOverride'),
    facilities: form.facilities.map(({ type, quantity, state, maintainer }, index) => ({
      type,
      quantity: note(readNumber(quantity, `facilities.${index}.quantity`, true)),
      state,
      maintainer: maintainer.trim() || null,
    })),
    zonePlanFileId: form.zonePlanFileId,
    contact: {
      name: text('contact.name'),
      phone: text('contact.phone'),
      phone24h: text('contact.phone24h'),
    },
    publicPhone: text('publicPhone'),
    suitability: HAZARD_TYPES.flatMap((hazard) => {
      const { suitability, assessedBy, assessedOn } = form.suitability[hazard];
      if (suitability === 'NOT_ASSESSED') return [];
      return { hazard, suitability, assessedBy: assessedBy.trim() || null, assessedOn: assessedOn || null };
    }),
    ...form.kinds,
    seismicEvidence: text('seismicEvidence'),
    acceptedOn: text('acceptedOn'),
    handedOverOn: text('handedOverOn'),
    budget: text('budget'),
    ...readSiteForm(form, (typed, field) => note(readNumber(typed, field, false))),
    otherPaperFileIds: form.otherPaperFileIds,
    remarks: text('remarks'),
  };
  return { input, faults };
}

interface Reading<Value> {
  value: Value | null;
  fault: Fault | null;
}

/** A number as people type it: full-width digits, thousands marks, blanks. Empty is unknown, never nought. */
export function readNumber(typed: string, field: string, whole: boolean): Reading<number> {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,，_]/gu, '');
  if (plain === '') return { value: null, fault: null };
  const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
  const wrong = (code: CodedRefusal['code'], params: CodedRefusal['params']): Reading<number> => ({
    value: null,
    fault: { field, code, params },
  });
  if (Number.isNaN(value)) return wrong('NOT_A_NUMBER', { value: typed.trim().slice(0, 40) });
  if (Math.abs(value) > MOST) return wrong('TOO_LARGE', { value, limit: mostOf(field, whole) });
  if (whole && !Number.isInteger(value)) return wrong('NOT_WHOLE', { value: plain });
  return { value, fault: null };
}

/** The bound of the rules, which a person can make something of; of other numbers, that of the wire. */
function mostOf(field: string, whole: boolean): number {
  if (field.endsWith('.quantity')) return CHECK_DEFAULTS.mostQuantity;
  if (whole) return CHECK_DEFAULTS.mostPersons;
  return field.endsWith('reaSquareMeters') ? CHECK_DEFAULTS.mostSquareMeters : MOST;
}

type Point = NonNullable<ContentsInput['position']>;

/** The point as typed, with its datum; nothing typed is no point. */
export function readPoint(position: ContentsForm['position']): { point: Point | null; faults: Fault[] } {
  const { crs } = position;
  if (!position.longitude.trim() && !position.latitude.trim()) return { point: null, faults: [] };
  const longitude = readDegrees(position.longitude, 'longitude');
  const latitude = readDegrees(position.latitude, 'latitude');
  const faults: Fault[] = [];
  if (longitude.fault) faults.push({ field: 'position.longitude', coordinate: longitude.fault });
  if (latitude.fault)
    faults.push({
      field: 'position.latitude',
      coordinate: isSwapped(position) ? 'WRONG_AXIS' : latitude.fault,
    });
  if (!crs) faults.push({ field: 'position.sourceCrs', coordinate: 'NO_SOURCE' });
  if (longitude.value === null || latitude.value === null || !crs) return { point: null, faults };
  const point = { longitude: longitude.value, latitude: latitude.value };
  return { point: { ...lastDecimals(position, point), crs }, faults: [] };
}

/** Degrees as a box shows them: seven decimals are a centimetre, what is beyond comes from arithmetic. */
export function shortDegrees(value: number): string {
  return String(Number(value.toFixed(7)));
}

/** A box nobody has touched says what is on file, to the last decimal: looking at it changes nothing. */
function lastDecimals({ onFile, ...boxes }: ContentsForm['position'], read: Degrees): Degrees {
  const kept = (axis: keyof Degrees): number =>
    onFile && boxes[axis] === shortDegrees(onFile[axis]) ? onFile[axis] : read[axis];
  return { longitude: kept('longitude'), latitude: kept('latitude') };
}

/** 34.78 and 111.19: each would fit the other’s box. */
function isSwapped({ longitude, latitude }: ContentsForm['position']): boolean {
  return (
    readDegrees(latitude, 'latitude').fault === 'OUT_OF_RANGE' &&
    readDegrees(latitude, 'longitude').fault === null &&
    readDegrees(longitude, 'latitude').fault === null
  );
}

/** Where the typed point lies on the map, WGS 84; null while it cannot be told. */
export function placeOf(position: ContentsForm['position']): { longitude: number; latitude: number } | null {
  const { point } = readPoint(position);
  if (!point?.crs) return null;
  const [longitude, latitude] = toWgs84(point.longitude, point.latitude, point.crs);
  return { longitude, latitude };
}

/** Both coordinates pasted into one box, told apart; null when the text is no pair. */
export function splitPair(typed: string): { longitude: string; latitude: string } | null {
  const { value } = readPair(typed);
  return value && { longitude: String(value.longitude), latitude: String(value.latitude) };
}

/** Paths whose contents differ, for showing two versions side by side. */
export function differences(mine: ContentsInput, theirs: ContentsInput): (keyof ContentsInput)[] {
  const paths = Object.keys(mine) as (keyof ContentsInput)[];
  return paths.filter((path) => JSON.stringify(mine[path]) !== JSON.stringify(theirs[path]));
}

/** Whether a field of the form, by its path, is among the changed ones: `contact.phone` is part of `contact`. */
export function isAmong(changed: readonly string[], path: string): boolean {
  return changed.some((one) => path === one || path.startsWith(`${one}.`));
}

function record<Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}
