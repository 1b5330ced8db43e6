import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Area } from '../polygon.ts';
import topology from './sanmenxia.topo.json' with { type: 'json' };

/** A county's schematic border (示意): good for a backdrop and for gross errors, no official boundary. */
export interface CountyBoundary {
  /** GB/T 2260 code. */
  code: string;
  name: string;
  nameEn: string;
  /** WGS 84 degrees. */
  geometry: Area;
}

/** How far the schematic border may run beside the true one: a point this near to it is neither in nor out. */
export const BORDER_TOLERANCE_METERS = 2000;

type Named = Pick<CountyBoundary, 'code' | 'name' | 'nameEn'>;

/** The six counties of Sanmenxia in order of code; a new copy at each call. */
export function countyBoundaries(): CountyBoundary[] {
  const whole = topology as unknown as Topology<{ counties: GeometryCollection<Named> }>;
  return feature(whole, whole.objects.counties).features.map(({ properties, geometry }) => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') {
      throw new Error(`${properties.code} has a ${geometry.type} for a boundary; derive the file again.`);
    }
    return { ...properties, geometry };
  });
}
