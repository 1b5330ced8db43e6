import {
  CHECK_DEFAULTS,
  type Check,
  type CheckConfig,
  type ContentsFacts,
  type ShapeFact,
} from '../checks/check.ts';
import { areaUnlikeBoundary } from '../checks/area-unlike-boundary.ts';
import { basicFacilities } from '../checks/basic-facilities.ts';
import { blockedAboveRoom } from '../checks/blocked-above-room.ts';
import { budgetOfGovernment } from '../checks/budget-of-government.ts';
import { coarsePosition } from '../checks/coarse-position.ts';
import { consultationRecord } from '../checks/consultation.ts';
import { contributionsAndInvestment } from '../checks/contributions-and-investment.ts';
import { controlCharacters } from '../checks/control-characters.ts';
import { coordinateRange } from '../checks/coordinate-range.ts';
import { declaredAboveComputed } from '../checks/declared-above-computed.ts';
import { designScheme } from '../checks/design-scheme.ts';
import { effectiveAboveArea } from '../checks/effective-above-area.ts';
import { emptyName } from '../checks/empty-name.ts';
import { existingDates } from '../checks/existing-dates.ts';
import { exposedYetSuitable } from '../checks/exposed-yet-suitable.ts';
import { hazardsNotAssessed } from '../checks/hazards-not-assessed.ts';
import { knownValues } from '../checks/known-values.ts';
import { lostCharacters } from '../checks/lost-characters.ts';
import { namedStandards } from '../checks/named-standards.ts';
import { offSite } from '../checks/off-site.ts';
import { oneAnswerPerItem } from '../checks/one-answer-per-item.ts';
import { oneVerdictPerHazard } from '../checks/one-verdict-per-hazard.ts';
import { outsideJurisdiction } from '../checks/outside-jurisdiction.ts';
import { phoneForm } from '../checks/phone-form.ts';
import { plausibleDates } from '../checks/plausible-dates.ts';
import { possibleNumbers } from '../checks/possible-numbers.ts';
import { sameNameNearby } from '../checks/same-name-nearby.ts';
import { seismicEvidence } from '../checks/seismic-evidence.ts';
import { selfCrossing } from '../checks/self-crossing.ts';
import { shapeForm } from '../checks/shape-form.ts';
import { shapesOutsideJurisdiction } from '../checks/shapes-outside-jurisdiction.ts';
import { swappedCoordinates } from '../checks/swapped-coordinates.ts';
import { textLength } from '../checks/text-length.ts';
import { zeroCapacity } from '../checks/zero-capacity.ts';
import { zeroCoordinate } from '../checks/zero-coordinate.ts';
import { zonesAboveArea } from '../checks/zones-above-area.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Finding } from '../refusal.ts';
import { EMPTY_CONTENTS, type ShelterContents } from '../registry/contents.ts';
import { missingContents } from './required-contents.ts';

export type { CheckConfig, ContentsFacts } from '../checks/check.ts';

/** From the most telling to the least: only the first that speaks is told, for one wrong point has one cause. */
const POSITION_CHECKS: readonly Check[] = [
  zeroCoordinate,
  swappedCoordinates,
  coordinateRange,
  outsideJurisdiction,
];

const IMPOSSIBLE_CHECKS: readonly Check[] = [
  emptyName,
  textLength,
  controlCharacters,
  knownValues,
  existingDates,
  oneVerdictPerHazard,
  possibleNumbers,
  shapeForm,
  selfCrossing,
  shapesOutsideJurisdiction,
  oneAnswerPerItem,
];

const ADVICE_CHECKS: readonly Check[] = [
  sameNameNearby,
  declaredAboveComputed,
  blockedAboveRoom,
  effectiveAboveArea,
  coarsePosition,
  hazardsNotAssessed,
  seismicEvidence,
  phoneForm,
  zeroCapacity,
  lostCharacters,
  plausibleDates,
  offSite,
  zonesAboveArea,
  areaUnlikeBoundary,
  exposedYetSuitable,
  basicFacilities,
  designScheme,
  consultationRecord,
  namedStandards,
  budgetOfGovernment,
  contributionsAndInvestment,
];

/** Everything the checks say, all classes at once: LAW (Art. 14), IMPOSSIBLE, ADVICE. */
export function checkContents(
  contents: ShelterContents,
  facts: ContentsFacts,
  config: CheckConfig = CHECK_DEFAULTS,
): Finding[] {
  return [
    ...missingContents(contents),
    ...impossibleContents(contents, facts, config),
    ...ADVICE_CHECKS.flatMap((check) => check(contents, facts, config)),
  ];
}

/**
 * The same rules on the contents alone, for a form that is still being written and may be offline: where it lies, what
 * stands nearby and what was measured is unknown and says nothing.
 */
export function checkContentsAlone(contents: ShelterContents, today: CivilDate): Finding[] {
  return checkContents(contents, { ...NOTHING_KNOWN, today });
}

const NOTHING_KNOWN = { jurisdictionName: '', jurisdictionNameEn: '', boundary: 'UNKNOWN' } as const;

/** What the rules say of shapes on a map, where they cross or lie, while somebody draws. */
export function shapeFindings(shapes: readonly ShapeFact[]): Finding[] {
  // Neither rule asks for the day.
  const facts = { ...NOTHING_KNOWN, shapes, today: '' };
  return [selfCrossing, offSite].flatMap((check) => check(EMPTY_CONTENTS, facts, CHECK_DEFAULTS));
}

/** IMPOSSIBLE only: what blocks saving and importing. */
export function impossibleContents(
  contents: ShelterContents,
  facts: ContentsFacts,
  config: CheckConfig = CHECK_DEFAULTS,
): Finding[] {
  const ofPosition = POSITION_CHECKS.map((check) => check(contents, facts, config)).find(
    (told) => told.length > 0,
  );
  return [...(ofPosition ?? []), ...IMPOSSIBLE_CHECKS.flatMap((check) => check(contents, facts, config))];
}
