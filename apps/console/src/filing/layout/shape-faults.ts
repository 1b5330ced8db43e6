import { measureShapes, shapesOf } from '#geography/shape-facts';
import { shapeFindings } from '#regulation/filing/check-contents';
import { EMPTY_CONTENTS, type ShelterContents } from '#regulation/registry/contents';
import type { Ring } from '#regulation/site/contents';
import type { ShapeFault } from '../../map/mark-faults.ts';
import type { SiteForm } from '../site-form.ts';

/** A ring as it is at this moment, before it is part of the form. */
export interface RingNow {
  /** The path it has, or will have. */
  key: string;
  ring: Ring;
  /** A line so far; else a corner of it is being dragged. */
  isDrawn: boolean;
}

/** What the rules for filings say of the shapes on the map now, the one under somebody's hand included. */
export function faultsOf(
  { boundary, zones }: Pick<SiteForm, 'boundary' | 'zones'>,
  now: RingNow | null,
): ShapeFault[] {
  const contents: ShelterContents = {
    ...EMPTY_CONTENTS,
    boundary,
    zones: zones.map(({ type, ring }) => ({ type, name: null, areaSquareMeters: null, ring })),
  };
  const others = shapesOf(contents).filter(({ field }) => field !== now?.key);
  const own = now ? [{ field: now.key, points: now.ring, kind: now.isDrawn ? 'LINE' : 'RING' } as const] : [];
  return shapeFindings(measureShapes(contents, [...others, ...own], [])).flatMap(
    ({ field, code, params }): ShapeFault[] => {
      if (field === null) return [];
      const key = now?.isDrawn && field === now.key ? null : field;
      if (code === 'ZONE_OVER_BOUNDARY') return [{ key, kind: 'OVER', at: null }];
      const at = { longitude: Number(params['longitude']), latitude: Number(params['latitude']) };
      return code === 'SELF_CROSSING' ? [{ key, kind: 'CROSSING', at }] : [];
    },
  );
}
