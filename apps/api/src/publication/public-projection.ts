import { publicContents } from '#regulation/publication/public-contents';
import { EMPTY_CONTENTS, type ShelterContents } from '#regulation/registry/contents';

/** A sheet with an entry in every list, so that the shape of what is public can be read off it. */
const SPECIMEN: ShelterContents = {
  ...EMPTY_CONTENTS,
  position: { longitude: 0, latitude: 0, sourceCrs: 'WGS84', rawLongitude: 0, rawLatitude: 0 },
  entrances: [{ name: '', longitude: 0, latitude: 0, barrierFree: 'UNKNOWN' }],
  boundary: { parts: [], sourceCrs: 'WGS84' },
  zones: [{ type: 'WATER', name: null, areaSquareMeters: null, ring: null }],
  facilities: [{ type: 'WATER', quantity: null, state: 'UNKNOWN', maintainer: null }],
  suitability: [{ hazard: 'FLOOD', suitability: 'NOT_ASSESSED', assessedBy: null, assessedOn: null }],
};

/** `publicContents` as an SQL expression over a jsonb column, for a hundred thousand shelters in one statement. */
export function publicProjection(column: string): string {
  return projected(publicContents(SPECIMEN), column, 0);
}

function projected(shape: unknown, source: string, depth: number): string {
  if (Array.isArray(shape)) {
    if (typeof shape[0] !== 'object') return source;
    const entry = projected(shape[0], `entry${depth}.value`, depth + 1);
    return `(select coalesce(jsonb_agg(${entry} order by entry${depth}.place), '[]'::jsonb)
      from jsonb_array_elements(${source}) with ordinality as entry${depth} (value, place))`;
  }
  if (typeof shape !== 'object' || shape === null) return source;
  const fields = Object.entries(shape).map(
    ([name, value]) => `'${name}', ${projected(value, `${source}->'${name}'`, depth)}`,
  );
  return `case jsonb_typeof(${source}) when 'object' then jsonb_build_object(${fields.join(', ')}) else ${source} end`;
}
