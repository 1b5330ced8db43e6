import untypedGcoord from 'gcoord';

/** The datums a position may arrive in. WGS 84 and CGCS2000 agree to centimetres and are treated as one. */
export const CRSS = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const;
export type Crs = (typeof CRSS)[number];

type Pair = [longitude: number, latitude: number];

// gcoord's declarations describe its bundler build only: under Node the default import is what we call here.
const gcoord = untypedGcoord as unknown as { transform(pair: Pair, from: string, to: string): Pair };

// Each step gains about three digits inside China; at the edge of gcoord's rough rectangle the shift switches
// off abruptly and no inverse exists, so the search must end by count (gcoord's own inverse loops for ever there).
const INVERSE_STEPS = 8;

/** WGS 84 longitude and latitude (degrees) of a pair given in `crs`, to a centimetre inside China; NaN stays NaN. */
export function toWgs84(longitude: number, latitude: number, crs: Crs): Pair {
  switch (crs) {
    case 'WGS84':
    case 'CGCS2000':
      return [longitude, latitude];
    case 'GCJ02':
      return gcj02ToWgs84(longitude, latitude);
    case 'BD09':
      return gcj02ToWgs84(...settle(longitude, latitude, (lon, lat) => shifted(lon, lat, 'GCJ02', 'BD09')));
  }
}

/** The pair in `crs` of a WGS 84 longitude and latitude (degrees). Outside China GCJ-02 equals WGS 84. */
export function fromWgs84(longitude: number, latitude: number, crs: Crs): Pair {
  switch (crs) {
    case 'WGS84':
    case 'CGCS2000':
      return [longitude, latitude];
    case 'GCJ02':
    case 'BD09':
      return shifted(longitude, latitude, 'WGS84', crs);
  }
}

function gcj02ToWgs84(longitude: number, latitude: number): Pair {
  return settle(longitude, latitude, (lon, lat) => fromWgs84(lon, lat, 'GCJ02'));
}

/** gcoord throws on what is not a number; a pair without a place has no place in any datum. */
function shifted(longitude: number, latitude: number, from: string, to: string): Pair {
  const isPlace = Number.isFinite(longitude) && Number.isFinite(latitude);
  return isPlace ? gcoord.transform([longitude, latitude], from, to) : [Number.NaN, Number.NaN];
}

/** The pair that `shift` carries to the given one: each step takes off what is still too much. */
function settle(
  longitude: number,
  latitude: number,
  shift: (longitude: number, latitude: number) => Pair,
): Pair {
  let [lon, lat] = [longitude, latitude];
  for (let step = 0; step < INVERSE_STEPS; step += 1) {
    const [shiftedLon, shiftedLat] = shift(lon, lat);
    lon -= shiftedLon - longitude;
    lat -= shiftedLat - latitude;
  }
  return [lon, lat];
}
