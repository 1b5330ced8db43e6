import type { AnnouncementOccasion, HazardType, OperationalStatus } from '#regulation/enumerations';
import type { Language } from '#regulation/public-labels';

/** An announcement as the list tells it. */
export interface Announced {
  identifier: string;
  occasion: AnnouncementOccasion;
  /** Nothing of it is real. */
  exercise: boolean;
  /** One for an opening, its amendments and its end. */
  activationNumber: string | null;
  /** Its activation is in force. */
  live: boolean;
  endedAt: string | null;
  hazard: HazardType;
  announcedAt: string;
  texts: Headline[];
}

interface Headline {
  language: Language;
  areaName: string;
  headline: string;
}

/** One announcement whole. */
export interface AnnouncementDetail extends Announced {
  texts: (Headline & { description: string; instruction: string })[];
  shelters: AnnouncedShelter[];
}

export interface AnnouncedShelter {
  code: string;
  name: string;
  /** It has a page of its own for everybody. */
  listed: boolean;
  /** Null when it is not listed. */
  operationalStatus: OperationalStatus | null;
  lastConfirmedAt: string | null;
}
