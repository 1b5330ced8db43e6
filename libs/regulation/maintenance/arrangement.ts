import { isCivilDate, type CivilDate } from '../civil-date.ts';
import type { MaintenanceParty } from '../enumerations.ts';
import type { Refusal } from '../refusal.ts';
import { TEXT_LIMITS } from '../registry/text-limits.ts';

/** What is told of any arrangement: whose the facility is, and when it came about. */
export interface ToldArrangement {
  readonly ownerName: string;
  /** Civil date, as it is said. */
  readonly on: string;
  /** The shelter's owner or manager; null = the shelter was not found. */
  readonly unitName: string | null;
  /** The file names a facility of this kind. */
  readonly isFiled: boolean;
  /** Staff key it for the unit. */
  readonly onBehalf: boolean;
  readonly signedPaperFileId: string | null;
}

/** Who shall maintain, of the two or a third. */
export interface ToldMaintainer {
  readonly party: MaintenanceParty;
  /** Named where it is neither the unit nor the owner. */
  readonly maintainerName: string;
}

export type ToldAgreement = ToldArrangement & ToldMaintainer & { readonly documentFileId: string | null };

export interface ToldDisagreement extends ToldArrangement {
  readonly unitPosition: string;
  readonly ownerPosition: string;
  /** A disagreement of the same facility waits already. */
  readonly waits: boolean;
}

/** Art. 17: an agreement names the two and who maintains, and is proved by its document; keyed for the unit, that is the paper it signed. */
export function agreementRefusals(told: ToldAgreement, today: CivilDate): Refusal[] {
  return [
    ...arrangementRefusals(told, 'agreedOn', today),
    ...maintainerRefusals(told),
    ...(told.documentFileId === null ? [refusal('documentFileId', 'MISSING')] : []),
  ];
}

/** Art. 17: a disagreement tells what either side asks for, so that whoever determines hears both. */
export function disagreementRefusals(told: ToldDisagreement, today: CivilDate): Refusal[] {
  return [
    ...arrangementRefusals(told, 'disagreedOn', today),
    ...textRefusals('unitPosition', told.unitPosition, TEXT_LIMITS.position),
    ...textRefusals('ownerPosition', told.ownerPosition, TEXT_LIMITS.position),
    ...(told.waits ? [refusal(null, 'DISAGREEMENT_WAITS')] : []),
    ...(told.onBehalf && told.signedPaperFileId === null
      ? [refusal('signedPaperFileId', 'SIGNED_PAPER_MISSING')]
      : []),
  ];
}

/** Of the unit, the owner and a third only the third must be named. */
export function maintainerRefusals({ party, maintainerName }: ToldMaintainer): Refusal[] {
  return party === 'OTHER'
    ? textRefusals('maintainerName', maintainerName, TEXT_LIMITS['facilities.*.maintainer'])
    : [];
}

/** A day that does not exist or is still to come cannot be meant; any day before may be told, however late. */
export function pastDateRefusals(field: string, on: string, today: CivilDate): Refusal[] {
  if (on.trim() === '') return [refusal(field, 'MISSING')];
  const value = on.slice(0, 40);
  if (!isCivilDate(on)) return [refusal(field, 'NO_SUCH_DATE', { value })];
  return on > today ? [refusal(field, 'DATE_IN_FUTURE', { value })] : [];
}

/** A text that must be there and must not be longer than `limit` characters. */
export function textRefusals(field: string, text: string, limit: number): Refusal[] {
  const length = text.trim().length;
  if (length === 0) return [refusal(field, 'MISSING')];
  return length > limit ? [refusal(field, 'TOO_LONG', { limit, length })] : [];
}

function arrangementRefusals(told: ToldArrangement, dateField: string, today: CivilDate): Refusal[] {
  const { ownerName, unitName, isFiled, on } = told;
  return [
    ...(isFiled ? [] : [refusal('facilityType', 'FACILITY_NOT_FILED')]),
    ...textRefusals('ownerName', ownerName, TEXT_LIMITS['facilities.*.maintainer']),
    ...(ownerName.trim() !== '' && ownerName.trim() === unitName?.trim()
      ? [refusal('ownerName', 'OWNER_IS_UNIT')]
      : []),
    ...pastDateRefusals(dateField, on, today),
  ];
}

function refusal(field: string | null, code: Refusal['code'], params: Refusal['params'] = {}): Refusal {
  return { rule: 'maintenance/arrangement', article: 17, field, code, params };
}
