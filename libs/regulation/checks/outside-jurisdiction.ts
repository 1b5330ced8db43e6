import { impossible, type Check } from './check.ts';

/** A position outside the known boundary of its jurisdiction. A jurisdiction without a boundary refuses nothing. */
export const outsideJurisdiction: Check = (
  { position },
  { boundary, jurisdictionName, jurisdictionNameEn },
) =>
  position && boundary === 'OUTSIDE'
    ? [
        impossible('outside-jurisdiction', 'position', 'OUTSIDE_JURISDICTION', {
          jurisdiction: jurisdictionName,
          jurisdictionEn: jurisdictionNameEn,
        }),
      ]
    : [];
