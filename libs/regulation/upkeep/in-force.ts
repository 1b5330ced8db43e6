import type { CivilDate } from '../civil-date.ts';

/** Art. 29: in force from the day it was issued; nothing was owed before. */
export const IN_FORCE_FROM: CivilDate = '2022-01-24';
