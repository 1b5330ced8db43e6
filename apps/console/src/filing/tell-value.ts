import type { Enumeration } from '#regulation/labels';
import { fileName } from '../api/file-names.ts';
import { listed, number, t, word } from '../i18n/words.ts';
import type { Contents, ContentsInput } from './contents.documents.ts';
import { KINDS } from './options.ts';
import { TELL_SITE } from './tell-site.ts';

type Field = keyof ContentsInput;

/** A field of the contents in words, for lists and for two versions side by side. Nothing told is 不明 or a dash. */
export function tellValue(path: Field, value: unknown): string {
  if (value === null || value === undefined || value === '') return path in NUMBERS ? t('unknown') : '—';
  if (path in KINDS) return word(KINDS[path as keyof typeof KINDS][0] satisfies Enumeration, text(value));
  if (typeof value === 'number') return `${number(value)} ${t(NUMBERS[path] ?? 'unit.persons')}`;
  if (path === 'position') return tellPosition(value as NonNullable<ContentsInput['position']>);
  if (path === 'facilities') return tellFacilities(value as Contents['facilities']);
  if (path === 'suitability') return tellSuitability(value as Contents['suitability']);
  if (path === 'contact') return tellContact(value as Contents['contact']);
  if (path in TELL_SITE) return TELL_SITE[path as keyof typeof TELL_SITE](value as never);
  if (path === 'zonePlanFileId') return fileName(text(value)) ?? t('files.uploaded');
  if (path === 'otherPaperFileIds') return tellFiles(value as string[]);
  if (Array.isArray(value)) return listed(value.map(String)) || '—';
  return text(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const NUMBERS: Partial<Record<Field, 'unit.area' | 'unit.persons'>> = {
  areaSquareMeters: 'unit.area',
  effectiveAreaSquareMeters: 'unit.area',
  declaredCapacity: 'unit.persons',
  blockedCapacity: 'unit.persons',
  capacityOverride: 'unit.persons',
};

function tellFiles(fileIds: readonly string[]): string {
  const names = fileIds.flatMap((fileId) => fileName(fileId) ?? []);
  return names.length < fileIds.length ? t('files.count', { n: fileIds.length }) : listed(names) || '—';
}

function tellPosition({ longitude, latitude, crs }: NonNullable<ContentsInput['position']>): string {
  return `${longitude}, ${latitude} · ${t(`source.${crs ?? 'WGS84'}`)}`;
}

function tellFacilities(facilities: Contents['facilities']): string {
  if (facilities.length === 0) return '—';
  return listed(
    facilities.map(({ type, quantity, state }) =>
      [
        word('FacilityType', type),
        quantity === null ? '' : `×${quantity}`,
        state === 'WORKING' ? '' : word('FacilityState', state),
      ]
        .filter(Boolean)
        .join(' '),
    ),
  );
}

function tellSuitability(entries: Contents['suitability']): string {
  if (entries.length === 0) return word('Suitability', 'NOT_ASSESSED');
  return listed(
    entries.map(
      ({ hazard, suitability }) => `${word('HazardType', hazard)} ${word('Suitability', suitability)}`,
    ),
  );
}

function tellContact({ name, phone, phone24h }: Contents['contact']): string {
  return [name, phone, phone24h].filter(Boolean).join(' · ') || '—';
}
