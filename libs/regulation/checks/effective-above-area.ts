import { advice, type Check } from './check.ts';

/** An effective area larger than the site it is a part of. */
export const effectiveAboveArea: Check = ({
  areaSquareMeters: area,
  effectiveAreaSquareMeters: effective,
}) =>
  area !== null && effective !== null && effective > area
    ? [
        advice(
          'effective-above-area',
          'practice: a part is not larger than the whole',
          'effectiveAreaSquareMeters',
          'EFFECTIVE_ABOVE_AREA',
          { effective, area },
        ),
      ]
    : [];
