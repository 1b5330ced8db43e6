import type { VariablesOf } from '../api/graphql.ts';
import { perform, type Outcome } from '../api/perform.ts';
import { upload } from '../api/upload.ts';
import { now } from '../clock.ts';
import { word } from '../i18n/words.ts';
import {
  CARRY_OUT_INSPECTION,
  RECORD_DRILL,
  RECORD_INSPECTION,
  type InspectionInput,
} from './inspection.documents.ts';
import { forgetFile, keptFile } from './kept-files.ts';
import { photosOf, type FindingSheet, type Photo, type RecordSheet } from './record-sheet.ts';

/**
 * Sends a record: its photographs first, each once, then the record itself under its own key. Whatever breaks off may be
 * sent again as it is: the server stores it once.
 */
export async function sendRecord(sheet: RecordSheet): Promise<Outcome<unknown>> {
  const sent = await sendPhotos(photosOf(sheet));
  if (sent?.problem) return sent;
  const outcome = await sendSheet(sheet);
  if (outcome.problem === null) for (const { key } of photosOf(sheet)) await forgetFile(key);
  return outcome;
}

/** Sends photographs, each once; answers the first outcome that is a problem. */
export async function sendPhotos(photos: readonly Photo[]): Promise<Outcome<unknown> | null> {
  for (const photo of photos) {
    const outcome = await sendPhoto(photo);
    if (outcome?.problem) return outcome;
  }
  return null;
}

async function sendPhoto(photo: Photo): Promise<Outcome<unknown> | null> {
  if (photo.fileId) return null;
  const blob = await keptFile(photo.key);
  // Cleared away by the device: the record goes without it rather than not at all.
  if (!blob) return null;
  const outcome = await upload(new File([blob], photo.name, { type: blob.type }), 'document');
  if (outcome.data) photo.fileId = outcome.data.fileId;
  return outcome;
}

function sendSheet(sheet: RecordSheet): Promise<Outcome<unknown>> {
  const clocks = { deviceTime: sheet.writtenAt, sentAt: now().toISOString() };
  if (sheet.kind === 'drill') return perform(RECORD_DRILL, { input: { ...drillOf(sheet), ...clocks } });
  const input: InspectionInput = { ...inspectionOf(sheet), ...clocks };
  if (sheet.kind === 'self') return perform(RECORD_INSPECTION, { input });
  return perform(CARRY_OUT_INSPECTION, { input, campaignId: sheet.campaignId || null });
}

function drillOf(
  sheet: RecordSheet,
): Omit<VariablesOf<typeof RECORD_DRILL>['input'], 'deviceTime' | 'sentAt'> {
  const typed = sheet.participants.trim();
  return {
    id: sheet.id,
    shelterId: sheet.shelterId,
    heldOn: sheet.doneOn,
    participants: typed === '' ? null : Number(typed),
    summary: sheet.summary,
    evidence: evidenceOf(sheet.photos, word('YearlyDuty', 'DRILL')),
  };
}

function inspectionOf(sheet: RecordSheet): Omit<InspectionInput, 'deviceTime' | 'sentAt'> {
  const heads = Object.entries(sheet.heads) as [keyof RecordSheet['heads'], RecordSheet['heads']['PLAN']][];
  return {
    id: sheet.id,
    shelterId: sheet.shelterId,
    inspectedOn: sheet.doneOn,
    heads: heads.flatMap(([head, { result, note }]) =>
      result === '' ? [] : [{ head, result, note: note.trim() || null }],
    ),
    findings: sheet.findings.filter(({ head }) => sheet.heads[head].result === 'FINDING').map(findingOf),
    evidence: evidenceOf(
      sheet.photos,
      word('InspectionKind', sheet.kind === 'self' ? 'SELF_ANNUAL' : 'SUPERVISION'),
    ),
    note: sheet.note.trim() || null,
  };
}

/** A finding as the server takes it. */
export function findingOf({ head, facilityType, grade, text, effect, photos }: FindingSheet) {
  return {
    head,
    facilityType: facilityType || null,
    grade,
    text,
    effect: grade === 'MAJOR' ? effect || null : null,
    evidence: evidenceOf(photos, text),
  };
}

function evidenceOf(photos: readonly Photo[], otherwise: string) {
  return photos.flatMap(({ fileId, madeAt, proves }) =>
    fileId === null
      ? []
      : [
          {
            fileId,
            method: 'PHOTO' as const,
            madeAt,
            maker: null,
            proves: proves.trim() || otherwise.slice(0, 200),
          },
        ],
  );
}
