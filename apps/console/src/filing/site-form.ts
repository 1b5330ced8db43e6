import type { HazardType, Trinary } from '#regulation/enumerations';
import { DESIGN_ITEMS, type ContributionKind, type DesignItem, type ZoneType } from '#regulation/site/words';
import type { Ring } from '#regulation/site/contents';
import type { Contents, ContentsInput } from './contents.documents.ts';

/** What stands in the boxes about the site: numbers as typed; shapes as they are on the map, WGS 84. */
export interface SiteForm {
  boundary: { parts: Ring[]; sourceCrs: NonNullable<Contents['boundary']>['sourceCrs'] } | null;
  entrances: { name: string; longitude: string; latitude: string; barrierFree: Trinary }[];
  zones: { type: ZoneType; name: string; areaSquareMeters: string; ring: Ring | null }[];
  zonePlanPlacement: { west: number; south: number; east: number; north: number } | null;
  capacityBasis: { standard: string; dated: string; squareMetersPerPerson: string };
  /** A row just added names no hazard yet. */
  exposures: { hazard: HazardType | ''; description: string; distanceMeters: string }[];
  /** One a line. */
  standards: string;
  designScheme: Record<DesignItem, { contained: Trinary; note: string }>;
  consultation: Record<ConsultationField, string>;
  contributions: {
    kind: ContributionKind;
    donor: string;
    given: string;
    valueYuan: string;
    receivedOn: string;
  }[];
}

const CONSULTATION_FIELDS = ['askedBy', 'askedOn', 'answeredBy', 'answeredOn', 'opinion'] as const;
type ConsultationField = (typeof CONSULTATION_FIELDS)[number];

export type SiteInput = Pick<ContentsInput, keyof SiteForm>;

/** Boxes filled from what is on file. */
export function siteFormOf(contents: Contents): SiteForm {
  const { boundary, zonePlanPlacement, capacityBasis, consultation } = contents;
  const answers = new Map(contents.designScheme.map((answer) => [answer.item, answer]));
  return {
    boundary: boundary && { parts: rings(boundary.parts), sourceCrs: boundary.sourceCrs },
    entrances: contents.entrances.map(({ name, longitude, latitude, barrierFree }) => ({
      name,
      longitude: String(longitude),
      latitude: String(latitude),
      barrierFree,
    })),
    zones: contents.zones.map(({ type, name, areaSquareMeters, ring }) => ({
      type,
      name: name ?? '',
      areaSquareMeters: typed(areaSquareMeters),
      ring: ring && (structuredClone(ring) as Ring),
    })),
    zonePlanPlacement: zonePlanPlacement && { ...zonePlanPlacement },
    capacityBasis: {
      standard: capacityBasis?.standard ?? '',
      dated: capacityBasis?.dated ?? '',
      squareMetersPerPerson: typed(capacityBasis?.squareMetersPerPerson ?? null),
    },
    exposures: contents.exposures.map(({ hazard, description, distanceMeters }) => ({
      hazard,
      description: description ?? '',
      distanceMeters: typed(distanceMeters),
    })),
    standards: contents.standards.join('\n'),
    designScheme: Object.fromEntries(
      DESIGN_ITEMS.map((item) => {
        const answer = answers.get(item);
        return [item, { contained: answer?.contained ?? 'UNKNOWN', note: answer?.note ?? '' }];
      }),
    ) as SiteForm['designScheme'],
    consultation: Object.fromEntries(
      CONSULTATION_FIELDS.map((field) => [field, consultation?.[field] ?? '']),
    ) as SiteForm['consultation'],
    contributions: contents.contributions.map(({ kind, donor, given, valueYuan, receivedOn }) => ({
      kind,
      donor,
      given: given ?? '',
      valueYuan: typed(valueYuan),
      receivedOn: receivedOn ?? '',
    })),
  };
}

/** What the boxes say of the site; `number` reads a number as typed and notes what is none. */
export function readSiteForm(
  form: SiteForm,
  number: (typed: string, field: string) => number | null,
): SiteInput {
  const { boundary, zonePlanPlacement, capacityBasis, consultation } = form;
  const basis = Object.values(capacityBasis).some((box) => box.trim() !== '');
  const asked = Object.values(consultation).some((box) => box.trim() !== '');
  return {
    boundary: boundary && boundary.parts.length > 0 ? boundary : null,
    entrances: form.entrances.flatMap((row, index) => {
      if (!IS_TOLD.entrances(row)) return [];
      const { name, longitude, latitude, barrierFree } = row;
      return {
        name: name.trim(),
        // A blank place is told by the rule of shapes, beside its row.
        longitude: number(longitude, `entrances.${index}.longitude`) ?? 0,
        latitude: number(latitude, `entrances.${index}.latitude`) ?? 0,
        barrierFree,
      };
    }),
    zones: form.zones.map(({ type, name, areaSquareMeters, ring }, index) => ({
      type,
      name: text(name),
      areaSquareMeters: number(areaSquareMeters, `zones.${index}.areaSquareMeters`),
      ring,
    })),
    zonePlanPlacement,
    capacityBasis: basis
      ? {
          standard: capacityBasis.standard.trim(),
          dated: text(capacityBasis.dated),
          squareMetersPerPerson: number(
            capacityBasis.squareMetersPerPerson,
            'capacityBasis.squareMetersPerPerson',
          ),
        }
      : null,
    exposures: form.exposures.flatMap(({ hazard, description, distanceMeters }, index) => {
      if (hazard === '') return []; // as IS_TOLD has it; written out, so that the hazard is known to be one
      return {
        hazard,
        description: text(description),
        distanceMeters: number(distanceMeters, `exposures.${index}.distanceMeters`),
      };
    }),
    standards: form.standards.split('\n').flatMap((line) => line.trim() || []),
    designScheme: DESIGN_ITEMS.flatMap((item) => {
      const { contained, note } = form.designScheme[item];
      return contained === 'UNKNOWN' && note.trim() === '' ? [] : { item, contained, note: text(note) };
    }),
    consultation: asked
      ? {
          askedBy: text(consultation.askedBy),
          askedOn: text(consultation.askedOn),
          answeredBy: text(consultation.answeredBy),
          answeredOn: text(consultation.answeredOn),
          opinion: text(consultation.opinion),
        }
      : null,
    contributions: form.contributions.flatMap((row, index) => {
      if (!IS_TOLD.contributions(row)) return [];
      const { kind, donor, given, valueYuan, receivedOn } = row;
      return {
        kind,
        donor: donor.trim(),
        given: text(given),
        valueYuan: number(valueYuan, `contributions.${index}.valueYuan`),
        receivedOn: text(receivedOn),
      };
    }),
  };
}

/** A row that was added and not written in tells nothing yet: it is not sent. */
const IS_TOLD = {
  entrances: ({ name, longitude, latitude }: Row<'entrances'>) => !isBlank(name, longitude, latitude),
  exposures: ({ hazard }: Row<'exposures'>) => hazard !== '',
  contributions: ({ donor, given, valueYuan, receivedOn }: Row<'contributions'>) =>
    !isBlank(donor, given, valueYuan, receivedOn),
};

type Row<List extends 'entrances' | 'exposures' | 'contributions'> = SiteForm[List][number];

/** The box that is meant by a field of what was sent: rows left blank were not, and those after them moved up. */
export function boxOf(form: SiteForm, field: string | null): string | null {
  const [, list, index, part] = /^(entrances|exposures|contributions)\.(\d+)(.*)$/.exec(field ?? '') ?? [];
  const sent = (rows: readonly boolean[]): number[] => rows.flatMap((isTold, row) => (isTold ? row : []));
  const rowsOf = {
    entrances: () => sent(form.entrances.map(IS_TOLD.entrances)),
    exposures: () => sent(form.exposures.map(IS_TOLD.exposures)),
    contributions: () => sent(form.contributions.map(IS_TOLD.contributions)),
  };
  if (!list || !(list in rowsOf)) return field;
  const row = rowsOf[list as keyof typeof rowsOf]()[Number(index)];
  return row === undefined ? field : `${list}.${row}${part}`;
}

function isBlank(...boxes: string[]): boolean {
  return boxes.every((box) => box.trim() === '');
}

function rings(parts: number[][][]): Ring[] {
  return structuredClone(parts) as Ring[];
}

function typed(value: number | null): string {
  return value === null ? '' : String(value);
}

function text(box: string): string | null {
  return box.trim() || null;
}
