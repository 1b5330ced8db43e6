import { advice, type Check } from './check.ts';

/** A zone that reaches over the drawn boundary, a way in or a position far from it. Drawings are never that exact. */
export const offSite: Check = (
  _contents,
  { shapes = [] },
  { zoneToleranceMeters, entranceToleranceMeters },
) =>
  shapes.flatMap(({ field, metersOffSite }) => {
    if (metersOffSite === null) return [];
    const meters = Math.round(metersOffSite);
    const isZone = field.startsWith('zones.');
    if (metersOffSite <= (isZone ? zoneToleranceMeters : entranceToleranceMeters)) return [];
    return [
      isZone
        ? advice('off-site', SOURCE, field, 'ZONE_OVER_BOUNDARY', { meters })
        : advice('off-site', SOURCE, field, 'OFF_SITE', { meters }),
    ];
  });

const SOURCE = 'practice: what belongs to a site lies on it';
