import {
  INSPECTION_HEADS,
  type DefectGrade,
  type FacilityType,
  type HeadResult,
  type InspectionHead,
} from '#regulation/enumerations';
import type { DefectEffect } from '#regulation/upkeep/readiness';
import { newId } from '../api/new-id.ts';
import { day } from '../i18n/words.ts';

export type RecordKind = 'self' | 'supervision' | 'drill';

/** A photograph as it waits on this device; `fileId` once the server has it. */
export interface Photo {
  key: string;
  fileId: string | null;
  name: string;
  madeAt: string;
  proves: string;
}

export interface FindingSheet {
  head: InspectionHead;
  facilityType: FacilityType | '';
  grade: DefectGrade;
  text: string;
  effect: DefectEffect | '';
  photos: Photo[];
}

/** What is written down on the spot, kept on this device until the server has it. The id makes a repeat harmless. */
export interface RecordSheet {
  id: string;
  kind: RecordKind;
  shelterId: string;
  shelterCode: string;
  shelterName: string;
  /** Civil date. */
  doneOn: string;
  /** Clock of this device when it was handed in; null while it is being written. */
  writtenAt: string | null;
  heads: Record<InspectionHead, { result: HeadResult | ''; note: string }>;
  findings: FindingSheet[];
  photos: Photo[];
  note: string;
  campaignId: string;
  participants: string;
  summary: string;
}

/** Raised when the shape changes, so that older copies on a device are not misread. */
const SHAPE = 1;
const PREFIX = `record-${SHAPE}-`;

export function keptAs(sheet: Pick<RecordSheet, 'kind' | 'shelterId'>): string {
  return `${PREFIX}${sheet.kind}-${sheet.shelterId}`;
}

/** Whether a name under which something is kept is that of a record. */
export function isKeptRecord(name: string): boolean {
  return name.startsWith(PREFIX);
}

export function blankSheet(
  kind: RecordKind,
  shelter: { id: string; code: string; name: string },
  now: Date,
): RecordSheet {
  const blankHead = () => ({ result: '' as const, note: '' });
  return {
    id: newId(),
    kind,
    shelterId: shelter.id,
    shelterCode: shelter.code,
    shelterName: shelter.name,
    doneOn: day(now.toISOString()),
    writtenAt: null,
    heads: Object.fromEntries(INSPECTION_HEADS.map((head) => [head, blankHead()])) as RecordSheet['heads'],
    findings: [],
    photos: [],
    note: '',
    campaignId: '',
    participants: '',
    summary: '',
  };
}

export function blankFinding(head: InspectionHead): FindingSheet {
  return { head, facilityType: '', grade: 'GENERAL', text: '', effect: '', photos: [] };
}

/** Every photograph of a sheet, wherever it hangs. */
export function photosOf(sheet: RecordSheet): Photo[] {
  return [...sheet.photos, ...sheet.findings.flatMap(({ photos }) => photos)];
}
