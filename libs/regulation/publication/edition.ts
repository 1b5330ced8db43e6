import { addMonths, type CivilDate } from '../civil-date.ts';
import { HAZARD_TYPES } from '../enumerations.ts';
import { publicContents, type PublicContents, type PublishedSource } from './public-contents.ts';

export interface EditionConfig {
  /** Months from one edition to the next. */
  editionMonths: number;
}

/** Art. 18 ¶2 says "regularly" and names no time: a quarter is practice, the city sets its own. */
export const EDITION_DEFAULTS: EditionConfig = { editionMonths: 3 };

/** The public fields in which two versions differ; before = null (not yet public) names them all. */
export function publicChanges(
  before: PublishedSource | null,
  after: PublishedSource,
): (keyof PublicContents)[] {
  const next = comparable(after);
  const last = before && comparable(before);
  return (Object.keys(next) as (keyof PublicContents)[]).filter(
    (field) => !last || JSON.stringify(last[field]) !== JSON.stringify(next[field]),
  );
}

/** Hazards in one order and without those that were not assessed: neither tells the public anything. */
function comparable(source: PublishedSource): PublicContents {
  const contents = publicContents(source);
  const suitability = HAZARD_TYPES.flatMap((hazard) =>
    contents.suitability.filter((entry) => entry.hazard === hazard && entry.suitability !== 'NOT_ASSESSED'),
  );
  return { ...contents, suitability };
}

/** The day the next edition is due; null when nothing was ever published: then it is due at once. */
export function nextEditionDue(lastEditionOn: CivilDate | null, config: EditionConfig): CivilDate | null {
  return lastEditionOn === null ? null : addMonths(lastEditionOn, config.editionMonths);
}

/** True when the city owes the public an edition today; the day itself is still in time. */
export function isEditionOverdue(
  lastEditionOn: CivilDate | null,
  today: CivilDate,
  config: EditionConfig,
): boolean {
  const due = nextEditionDue(lastEditionOn, config);
  return due === null || today > due;
}
