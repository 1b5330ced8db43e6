import { civilDateOf, type CivilDate } from '#regulation/civil-date';
import { isEditionOverdue, nextEditionDue } from '#regulation/publication/edition';
import type { Office } from '../platform/office.ts';
import { findLastEdition } from './edition.queries.ts';

/** Where the clock of the regular editions stands (Art. 18 ¶2), by the city's setting. */
export interface EditionClock {
  /** Null when there was none yet: then it is due at once. */
  readonly nextEditionDue: CivilDate | null;
  readonly overdue: boolean;
}

/** Reads the clock as of now. */
export async function readEditionClock({ dataSource, clock, config }: Office): Promise<EditionClock> {
  const last = await findLastEdition(dataSource, 'REGULAR');
  const lastOn = last && civilDateOf(last.publishedAt);
  return {
    nextEditionDue: nextEditionDue(lastOn, config),
    overdue: isEditionOverdue(lastOn, civilDateOf(clock.now()), config),
  };
}
