import { offsetTimeOf } from '../civil-date.ts';
import type { AlertLevel, AnnouncementOccasion, HazardType } from '../enumerations.ts';
import { label, type Language } from '../labels.ts';
import type { AnnouncementText } from './compose.ts';

/** An announcement as CAP 1.2 wants it told. */
export interface CapFacts {
  readonly identifier: string;
  /** Who sends, as an address that does not change; no spaces or commas. */
  readonly sender: string;
  readonly senderName: string;
  readonly sentAt: Date;
  readonly occasion: AnnouncementOccasion;
  readonly exercise: boolean;
  readonly hazard: HazardType;
  readonly level: AlertLevel | null;
  readonly texts: Readonly<Record<Language, AnnouncementText>>;
  /** Earlier messages it follows, `sender,identifier,sent`. */
  readonly references: readonly string[];
  readonly areaName: Readonly<Record<Language, string>>;
  /** Outlines as corners `[longitude, latitude]`, first = last; empty = the whole area. */
  readonly outlines: readonly (readonly (readonly [number, number])[])[];
}

export interface CapInfo {
  readonly language: Language;
  readonly category: string;
  readonly event: string;
  readonly responseType: string;
  readonly urgency: string;
  readonly severity: string;
  readonly certainty: string;
  readonly senderName: string;
  readonly headline: string;
  readonly description: string;
  readonly instruction: string;
  readonly areaDesc: string;
  readonly polygons: readonly string[];
}

export interface CapMessage {
  readonly identifier: string;
  readonly sender: string;
  readonly sent: string;
  readonly status: 'Actual' | 'Exercise';
  readonly msgType: 'Alert' | 'Update';
  readonly references: string | null;
  readonly infos: readonly CapInfo[];
}

const CATEGORY: Readonly<Record<HazardType, string>> = {
  EARTHQUAKE: 'Geo',
  FLOOD: 'Met',
  WATERLOGGING: 'Met',
  GEOHAZARD: 'Geo',
  FIRE: 'Fire',
  STORM: 'Met',
  STORM_SURGE: 'Met',
  TSUNAMI: 'Geo',
  VOLCANO: 'Geo',
  HIGH_TEMPERATURE: 'Met',
  COLD: 'Met',
  HAZMAT: 'CBRNE',
  NUCLEAR: 'CBRNE',
  OTHER: 'Other',
};

const SEVERITY: Readonly<Record<AlertLevel, string>> = {
  RED: 'Extreme',
  ORANGE: 'Severe',
  YELLOW: 'Moderate',
  BLUE: 'Minor',
};

/** CAP 1.2: an activation is an Alert, an amendment an Update, its end an Update that says AllClear; an exercise says so. */
export function capMessage(facts: CapFacts): CapMessage {
  return {
    identifier: facts.identifier,
    sender: facts.sender,
    sent: capTime(facts.sentAt),
    status: facts.exercise ? 'Exercise' : 'Actual',
    msgType: facts.occasion === 'ACTIVATION' ? 'Alert' : 'Update',
    references: facts.references.length === 0 ? null : facts.references.join(' '),
    infos: (['zh-CN', 'en'] as const).map((language) => infoOf(facts, language)),
  };
}

/** An instant as CAP writes it, on the clock of Shanghai. */
export function capTime(instant: Date): string {
  return offsetTimeOf(instant);
}

/** How a later message names this one. */
export function capReference({
  sender,
  identifier,
  sentAt,
}: Pick<CapFacts, 'sender' | 'identifier' | 'sentAt'>): string {
  return [sender, identifier, capTime(sentAt)].join(',');
}

function infoOf(facts: CapFacts, language: Language): CapInfo {
  const over = facts.occasion === 'CLOSING';
  return {
    language,
    category: CATEGORY[facts.hazard],
    event: label('HazardType', facts.hazard, language),
    responseType: over ? 'AllClear' : 'Shelter',
    urgency: over ? 'Past' : 'Immediate',
    severity: facts.level === null ? 'Unknown' : SEVERITY[facts.level],
    certainty: 'Observed',
    senderName: facts.senderName,
    ...facts.texts[language],
    areaDesc: facts.areaName[language],
    polygons: facts.outlines.map((outline) =>
      outline.map(([longitude, latitude]) => `${round(latitude)},${round(longitude)}`).join(' '),
    ),
  };
}

/** Some ten centimetres. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
