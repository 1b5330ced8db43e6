import type { ZoneType } from '#regulation/site/words';
import { listed as inARow, number, t, word } from '../i18n/words.ts';
import type { ContentsInput } from './contents.documents.ts';
import { measured } from './layout/measure.ts';
import type { Ring } from '#regulation/site/contents';

type Told<Field extends keyof ContentsInput> = NonNullable<ContentsInput[Field]>;

/** The fields of the site in words; each is given only when something is told. */
export const TELL_SITE = {
  boundary: ({ parts }: Told<'boundary'>): string => {
    const area = parts.reduce((sum, ring) => sum + (measured(ring as Ring) ?? 0), 0);
    return t('ground.parts', { n: parts.length, area: number(area) });
  },
  entrances: (entrances: Told<'entrances'>): string =>
    listed(
      entrances.map(({ name, longitude, latitude, barrierFree }) =>
        [
          name,
          `${longitude}, ${latitude}`,
          barrierFree && barrierFree !== 'UNKNOWN'
            ? t('ground.stepFree', { word: word('Trinary', barrierFree) })
            : '',
        ]
          .filter(Boolean)
          .join(' '),
      ),
    ),
  zones: (zones: Told<'zones'>): string =>
    zones.length === 0
      ? '—'
      : t('ground.zones', {
          n: zones.length,
          list: listed(
            zones.map(({ type, name, areaSquareMeters: area }) =>
              [callZone(type, name), area == null ? '' : `${number(area)} ${t('unit.area')}`]
                .filter(Boolean)
                .join(' '),
            ),
          ),
        }),
  zonePlanPlacement: (): string => t('ground.placed'),
  capacityBasis: ({ standard, dated, squareMetersPerPerson: each }: Told<'capacityBasis'>): string =>
    [standard, dated, each == null ? '' : `${each} ${t('ground.perPerson')}`].filter(Boolean).join(' · ') ||
    '—',
  exposures: (exposures: Told<'exposures'>): string =>
    listed(
      exposures.map(({ hazard, description, distanceMeters: meters }) =>
        [word('HazardType', hazard), description, meters == null ? '' : `${number(meters)} m`]
          .filter(Boolean)
          .join(' '),
      ),
    ),
  designScheme: (answers: Told<'designScheme'>): string =>
    listed(
      answers.map(({ item, contained, note }) =>
        [word('DesignItem', item), word('Trinary', contained ?? 'UNKNOWN'), note].filter(Boolean).join(' '),
      ),
    ),
  consultation: (record: Told<'consultation'>): string =>
    [
      tellLetter('asked', record.askedBy, record.askedOn),
      tellLetter('answered', record.answeredBy, record.answeredOn),
      record.opinion,
    ]
      .filter(Boolean)
      .join(' · '),
  contributions: (contributions: Told<'contributions'>): string =>
    listed(
      contributions.map(({ kind, donor, given, valueYuan, receivedOn }) =>
        [
          word('ContributionKind', kind),
          donor || t('ground.anonymous'),
          given,
          valueYuan == null ? '' : `${number(valueYuan)} ${t('ground.yuan')}`,
          receivedOn,
        ]
          .filter(Boolean)
          .join(' '),
      ),
    ),
} as const satisfies { [Field in keyof ContentsInput]?: (value: never) => string };

/** A zone by the name of the plan, else by what it is for. */
export function callZone(type: ZoneType, name: string | null | undefined): string {
  return name?.trim() || word('ZoneType', type);
}

/** Who wrote, and when: what is not known is left out, and the words around it. */
function tellLetter(
  act: 'asked' | 'answered',
  who: string | null | undefined,
  on: string | null | undefined,
): string {
  if (who && on) return t(`ground.${act}`, { who, on });
  if (who) return t(`ground.${act}By`, { who });
  return on ? t(`ground.${act}On`, { on }) : '';
}

function listed(entries: readonly string[]): string {
  return inARow(entries) || '—';
}
