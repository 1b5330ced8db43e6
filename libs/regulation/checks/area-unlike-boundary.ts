import { advice, type Check } from './check.ts';

/** The area as written and as drawn tell of two different sites. */
export const areaUnlikeBoundary: Check = (
  { areaSquareMeters: area },
  { shapes = [] },
  { areaToleranceShare },
) => {
  const parts = shapes.filter(({ field }) => field.startsWith('boundary.'));
  const drawn = parts.reduce((sum, { squareMeters }) => sum + (squareMeters ?? 0), 0);
  if (area === null || area === 0 || drawn === 0) return [];
  if (Math.abs(drawn - area) <= area * areaToleranceShare) return [];
  return [
    advice(
      'area-unlike-boundary',
      'practice: one site, one size',
      'areaSquareMeters',
      'AREA_UNLIKE_BOUNDARY',
      { area, drawn: Math.round(drawn) },
    ),
  ];
};
