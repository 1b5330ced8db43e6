import type { Trinary } from '#regulation/enumerations';
import type { ZoneType } from '#regulation/site/words';

/** A closed ring of [longitude, latitude] in degrees, WGS 84. */
type Ring = readonly (readonly [longitude: number, latitude: number])[];

/** What is published of a site's shape. The main entrance is the place of the shelter itself. */
export interface PublicSite {
  boundary: readonly Ring[];
  zones: readonly { type: ZoneType; name: string | null; ring: Ring | null }[];
  entrances: readonly { name: string; longitude: number; latitude: number; barrierFree: Trinary }[];
}

/** As the server, the public list, or what a phone kept of older days tells it. */
interface Told {
  boundary?: unknown;
  zones?: unknown;
  entrances?: unknown;
}

/** The published shapes that can be drawn; null when there is none. */
export function readSite({ boundary, zones, entrances }: Told): PublicSite | null {
  const site = {
    boundary: listOf(boundary).filter(isRing),
    zones: (listOf(zones) as PublicSite['zones']).filter((zone) => isRing(zone.ring)),
    entrances: listOf(entrances) as PublicSite['entrances'],
  };
  return site.boundary.length + site.zones.length + site.entrances.length > 0 ? site : null;
}

function listOf(told: unknown): unknown[] {
  return Array.isArray(told) ? told : [];
}

function isRing(told: unknown): told is Ring {
  return (
    Array.isArray(told) &&
    told.length >= 4 &&
    told.every((pair) => Array.isArray(pair) && pair.slice(0, 2).every((degrees) => Number.isFinite(degrees)))
  );
}
