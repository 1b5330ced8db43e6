import { forget, keep, kept } from '../session/kept.ts';
import type { ContentsForm } from './contents-form.ts';
import type { Filing } from './filing.documents.ts';

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

/** Keeps the filing that is being written, as it was last saved: one, so that it opens again without a network. */
export function keepFiling(personId: string, filing: Filing): void {
  keep(personId, `open-filing-${SHAPE}`, filing);
}

export function keptFiling(personId: string, filingId: string): Filing | null {
  const filing = kept(personId, `open-filing-${SHAPE}`) as Filing | null;
  return filing?.id === filingId ? filing : null;
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
