import { civilDateOf, offsetTimeOf } from '#regulation/civil-date';
import { HAZARD_TYPES } from '#regulation/enumerations';
import { fieldName } from '#regulation/field-names';
import { label, type Enumeration, type Language } from '#regulation/labels';
import { roomToday } from '#regulation/registry/usable-capacity';
import type { Cell } from '../../platform/csv-cell.ts';
import { readSuitability } from '../shelter-columns.ts';
import type { Shelter } from '../shelter.entity.ts';

/** A column of the export: what its head says and what it says of a shelter, in the words of a language. */
export interface ExportColumn {
  readonly head: string;
  readonly read: (shelter: Shelter) => Cell;
  /** The same for programs, where what people read leaves something open. */
  readonly exact?: (shelter: Shelter) => Cell;
}

const KINDS = [
  ['grade', 'ShelterGrade'],
  ['siteType', 'SiteType'],
  ['spaceType', 'SpaceType'],
  ['durationClass', 'DurationClass'],
  ['standingKind', 'StandingKind'],
  ['barrierFree', 'Trinary'],
  ['petPolicy', 'PetPolicy'],
] as const;

const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Day and minute as the screens have them, in a form that sorts and that spreadsheets read as a time. */
function minuteOf(at: Date): string {
  return `${civilDateOf(at)} ${TIME.format(at)}`;
}

/** A table of shelters for people: its name and its columns, in one language. */
export interface ExportTable {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
}

/** The registry as a table. */
export function registryTable(language: Language): ExportTable {
  return { name: language === 'zh-CN' ? '避难场所' : 'Shelters', columns: exportColumns(language) };
}

/** Everything of a shelter that a table is asked for. Contact persons stay in the registry: least personal data. */
function exportColumns(language: Language): ExportColumn[] {
  const zh = language === 'zh-CN';
  const column = (head: string, read: ExportColumn['read']): ExportColumn => ({ head, read });
  const named = (path: string, read: ExportColumn['read']) => column(fieldName(path, language), read);
  const word = (enumeration: Enumeration, value: string) => label(enumeration, value, language);
  return [
    column(zh ? '编号' : 'Code', ({ code }) => code),
    named('name', ({ name }) => name),
    named('aliases', ({ contents }) => contents.aliases.join('、') || null),
    column(zh ? '辖区' : 'Jurisdiction', ({ jurisdiction }) =>
      zh ? jurisdiction.name : jurisdiction.nameEn,
    ),
    named('division', ({ contents }) => contents.division),
    named('address', ({ address }) => address),
    named('landmark', ({ contents }) => contents.landmark),
    named('longitude', ({ location }) => location?.coordinates[0] ?? null),
    named('latitude', ({ location }) => location?.coordinates[1] ?? null),
    column(zh ? '产权或管理单位' : 'Owner or manager', ({ unit }) => unit.name),
    ...KINDS.map(([field, enumeration]) =>
      named(field, ({ contents }) => word(enumeration, contents[field])),
    ),
    named('areaSquareMeters', ({ contents }) => contents.areaSquareMeters),
    named('effectiveAreaSquareMeters', ({ contents }) => contents.effectiveAreaSquareMeters),
    named('declaredCapacity', ({ contents }) => contents.declaredCapacity),
    column(zh ? '可用人数' : 'Usable capacity', ({ usableCapacity, placesOut }) =>
      roomToday(usableCapacity, placesOut),
    ),
    named('publicPhone', ({ contents }) => contents.publicPhone),
    ...HAZARD_TYPES.map((hazard) =>
      column(word('HazardType', hazard), ({ suitability }) =>
        word('Suitability', readSuitability(suitability, hazard)),
      ),
    ),
    column(zh ? '启用状态' : 'Status', ({ operationalStatus }) =>
      word('OperationalStatus', operationalStatus),
    ),
    column(zh ? '完好情况' : 'Readiness', ({ readiness }) => word('Readiness', readiness)),
    column(zh ? '版本' : 'Version', ({ version }) => version),
    {
      ...column(zh ? '更新时间（北京时间）' : 'Changed at (Beijing time)', ({ changedAt }) =>
        minuteOf(changedAt),
      ),
      exact: ({ changedAt }) => offsetTimeOf(changedAt),
    },
  ];
}
