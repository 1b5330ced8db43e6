import type { FilingKind, FilingStage, PublicationStatus } from '#regulation/enumerations';
import type { PaperKind } from '#regulation/papers/papers';
import type { ShelterContents } from '#regulation/registry/contents';

/** What every paper says beside its own contents. */
export interface Occasion {
  readonly drawnAt: Date;
  /** Where residents and staff reach this system, without a slash at its end. */
  readonly origin: string;
}

/** A kept file that a paper speaks of. */
export interface FileFact {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A filing as its papers show it. */
export interface FilingFacts {
  readonly id: string;
  readonly kind: FilingKind;
  readonly stage: FilingStage;
  readonly number: string | null;
  readonly onBehalf: boolean;
  readonly contents: ShelterContents;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly unit: string;
  readonly jurisdiction: string;
  /** Once there is a shelter on file. */
  readonly code: string | null;
  readonly demo: boolean;
  readonly returns: number;
}

/** The last return of a filing. */
export interface ReturnFacts {
  readonly turn: number;
  readonly returnedAt: Date;
  readonly authority: string | null;
  readonly name: string;
  readonly reasons: readonly { readonly field: string | null; readonly text: string }[];
}

/** What was accepted, as the version that came of it says for ever. */
export interface AcceptanceFacts {
  readonly version: number;
  readonly contents: ShelterContents;
  readonly acceptedAt: Date;
  readonly authority: string | null;
  readonly deregisteredAt: Date | null;
}

/** A version of a shelter on file. */
export interface ShelterFacts {
  readonly code: string;
  readonly unit: string;
  readonly jurisdiction: string;
  readonly demo: boolean;
  readonly filedAt: Date | null;
  readonly deregisteredAt: Date | null;
  readonly version: number;
  /** The version on file now. */
  readonly versionNow: number;
  readonly recordedAt: Date;
  readonly contents: ShelterContents;
  readonly publication: PublicationStatus;
  /** The edition in which the public last saw it change, and which version it saw. */
  readonly edition: string | null;
  readonly publishedVersion: number | null;
}

/** Everything a paper is drawn from: plain data, for it is drawn in a thread of its own. */
export type PaperOrder = { readonly occasion: Occasion } & (
  | { readonly kind: 'FILING_FORM'; readonly filing: FilingFacts; readonly files: readonly FileFact[] }
  | { readonly kind: 'RETURN_LETTER'; readonly filing: FilingFacts; readonly given: ReturnFacts }
  | { readonly kind: 'CERTIFICATE'; readonly filing: FilingFacts; readonly accepted: AcceptanceFacts }
  | { readonly kind: 'REGISTRY_EXTRACT'; readonly shelter: ShelterFacts; readonly files: readonly FileFact[] }
  | {
      readonly kind: 'ZONE_PLAN_SHEET';
      readonly shelter: ShelterFacts;
      readonly plan: FileFact;
      /** Where the bytes of the drawing lie. */
      readonly planPath: string;
    }
);

/** What the thread answers to an order. */
export type DrawnPaper =
  | { readonly id: number; readonly bytes: Uint8Array; readonly lacking: readonly number[] }
  | { readonly id: number; readonly failure: string };

export type OrderedPaper = { readonly id: number; readonly order: PaperOrder };

/** The order for each kind of paper, to be checked whole. */
export type OrderOf<Kind extends PaperKind> = Extract<PaperOrder, { kind: Kind }>;
