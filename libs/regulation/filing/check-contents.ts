import { CHECK_DEFAULTS, type Check, type CheckConfig, type ContentsFacts } from '../checks/check.ts';
import { coarsePosition } from '../checks/coarse-position.ts';
import { controlCharacters } from '../checks/control-characters.ts';
import { coordinateRange } from '../checks/coordinate-range.ts';
import { declaredAboveComputed } from '../checks/declared-above-computed.ts';
import { effectiveAboveArea } from '../checks/effective-above-area.ts';
import { emptyName } from '../checks/empty-name.ts';
import { existingDates } from '../checks/existing-dates.ts';
import { hazardsNotAssessed } from '../checks/hazards-not-assessed.ts';
import { knownValues } from '../checks/known-values.ts';
import { lostCharacters } from '../checks/lost-characters.ts';
import { oneVerdictPerHazard } from '../checks/one-verdict-per-hazard.ts';
import { outsideJurisdiction } from '../checks/outside-jurisdiction.ts';
import { phoneForm } from '../checks/phone-form.ts';
import { plausibleDates } from '../checks/plausible-dates.ts';
import { possibleNumbers } from '../checks/possible-numbers.ts';
import { sameNameNearby } from '../checks/same-name-nearby.ts';
import { seismicEvidence } from '../checks/seismic-evidence.ts';
import { swappedCoordinates } from '../checks/swapped-coordinates.ts';
import { textLength } from '../checks/text-length.ts';
import { zeroCapacity } from '../checks/zero-capacity.ts';
import { zeroCoordinate } from '../checks/zero-coordinate.ts';
import type { Finding } from '../refusal.ts';
import type { ShelterContents } from '../registry/contents.ts';
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
];

const ADVICE_CHECKS: readonly Check[] = [
  sameNameNearby,
  declaredAboveComputed,
  effectiveAboveArea,
  coarsePosition,
  hazardsNotAssessed,
  seismicEvidence,
  phoneForm,
  zeroCapacity,
  lostCharacters,
  plausibleDates,
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
