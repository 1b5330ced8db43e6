import type { Point } from '#geography/distance';
import { OPERATIONAL_STATUSES, type OperationalStatus } from '#regulation/enumerations';
import { readSite, type PublicSite } from './public-site.ts';

/** A shelter of the public list, as far as the map needs it. */
export interface PublicPlace {
  code: string;
  name: string;
  address: string | null;
  /** Township or community in words. */
  division: string | null;
  location: Point;
  operationalStatus: OperationalStatus;
  lastConfirmedAt: string | null;
  /** Null when nothing of its shape is published. */
  site: PublicSite | null;
}

/** A shelter as the map draws it: hollow and grey when it was not confirmed lately. */
export type MapShelter = Omit<PublicPlace, 'division'> & { isStale: boolean };

/** A list larger than this is no list for a phone: the map then draws the shelters near the place only. */
const MOST_BYTES = 4_000_000;

/** The list, and what it says of its own terms: a list kept long ago may say nothing. */
export interface PublicList {
  places: PublicPlace[];
  staleAfterHours?: unknown;
}

/** The published shelters, for the map; none when there is no list, none of a size for a phone, or no network. */
export async function loadPublicList(signal: AbortSignal): Promise<PublicList> {
  const none = { places: [] };
  try {
    const response = await fetch('/public/v1/shelters.geojson', { signal });
    if (!response.ok || !response.body) return none;
    const text = await readUpTo(response.body.getReader(), MOST_BYTES);
    if (text === null) return none;
    const list = JSON.parse(text) as { staleAfterHours?: unknown } | null;
    return { places: readPublicList(list), staleAfterHours: list?.staleAfterHours };
  } catch {
    return none;
  }
}

async function readUpTo(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  most: number,
): Promise<string | null> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > most) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The features of the public list that can be drawn; what is malformed is left out. */
export function readPublicList(list: unknown): PublicPlace[] {
  const { features } = (list ?? {}) as { features?: unknown };
  if (!Array.isArray(features)) return [];
  return features.flatMap((feature: unknown) => {
    const { geometry, properties } = (feature ?? {}) as {
      geometry?: { type?: string; coordinates?: unknown } | null;
      properties?: Record<string, unknown> | null;
    };
    if (geometry?.type !== 'Point' || !Array.isArray(geometry.coordinates) || !properties) return [];
    const [longitude, latitude] = geometry.coordinates as unknown[];
    const { code, name, address, division, operationalStatus, lastConfirmedAt } = properties;
    const { boundary, zones, entrances } = properties;
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return [];
    if (typeof code !== 'string' || typeof name !== 'string') return [];
    return [
      {
        code,
        name,
        address: typeof address === 'string' ? address : null,
        division: typeof division === 'string' ? division : null,
        location: { longitude, latitude },
        operationalStatus: OPERATIONAL_STATUSES.find((status) => status === operationalStatus) ?? 'STANDBY',
        lastConfirmedAt: typeof lastConfirmedAt === 'string' ? lastConfirmedAt : null,
        site: readSite({ boundary: (boundary as { parts?: unknown } | null)?.parts, zones, entrances }),
      },
    ];
  });
}
