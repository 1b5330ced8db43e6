import { advice, type Check } from './check.ts';

/** Zones that together are larger than the site. */
export const zonesAboveArea: Check = ({ zones, areaSquareMeters: area }) => {
  const total = zones.reduce((sum, zone) => sum + (zone.areaSquareMeters ?? 0), 0);
  const sum = Number(total.toFixed(2));
  if (area === null || sum <= area) return [];
  return [
    advice('zones-above-area', 'practice: a part is not larger than the whole', 'zones', 'ZONES_ABOVE_AREA', {
      sum,
      area,
    }),
  ];
};
