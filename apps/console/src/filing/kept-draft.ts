import { forget, keep, kept } from '../session/kept.ts';
import type { ContentsForm } from './contents-form.ts';

/** Raised when the shape of the form changes, so that older copies on a device are not misread. */
const SHAPE = 2;

export interface Sheet {
  contents: ContentsForm;
  signedPaperFileId: string | null;
}

/** A sheet as it was saved, with its revision. */
export interface Base extends Sheet {
  revision: number;
}

/** What this person wrote here and is not saved yet, and what it was written on. No clock is asked. */
export interface Kept {
  base: Base;
  sheet: Sheet;
}

const nameOf = (filingId: string): string => `filing-${SHAPE}-${filingId}`;

export function keepDraft(personId: string, filingId: string, draft: Kept): void {
  keep(personId, nameOf(filingId), draft);
}

export function keptDraft(personId: string, filingId: string): Kept | null {
  return kept(personId, nameOf(filingId)) as Kept | null;
}

export function forgetDraft(personId: string, filingId: string): void {
  forget(personId, nameOf(filingId));
}

/** Words to the reviewer, not handed in yet. */
export function keepNote(personId: string, filingId: string, note: string): void {
  keep(personId, `note-${filingId}`, note);
}

export function keptNote(personId: string, filingId: string): string {
  const note = kept(personId, `note-${filingId}`);
  return typeof note === 'string' ? note : '';
}

export function forgetNote(personId: string, filingId: string): void {
  forget(personId, `note-${filingId}`);
}
