import { impossible, type Check } from './check.ts';

/** A boundary, a zone or a way in outside the known boundary of the jurisdiction; one without a boundary refuses nothing. */
export const shapesOutsideJurisdiction: Check = (
  _contents,
  { shapes = [], jurisdictionName, jurisdictionNameEn },
) =>
  shapes.flatMap(({ field, outsideJurisdiction }) =>
    outsideJurisdiction
      ? [
          impossible('shapes-outside-jurisdiction', field, 'OUTSIDE_JURISDICTION', {
            jurisdiction: jurisdictionName,
            jurisdictionEn: jurisdictionNameEn,
          }),
        ]
      : [],
  );
