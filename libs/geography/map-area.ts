/** A part of the map between two meridians and two parallels, WGS 84 degrees. */
export interface MapArea {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Five decimals are a metre: a map is not pointed at more finely. */
const DECIMALS = 5;

/** Writes an area as an address holds it: west, south, east, north. */
export function writeMapArea({ west, south, east, north }: MapArea): string {
  return [west, south, east, north].map((degrees) => String(Number(degrees.toFixed(DECIMALS)))).join(',');
}

/** Reads an area from an address; null when it is none: not four numbers, off the earth, or inside out. */
export function readMapArea(text: string | null): MapArea | null {
  const parts = text?.split(',') ?? [];
  const [west, south, east, north] = parts.map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (parts.length !== 4 || west === undefined || south === undefined) return null;
  if (east === undefined || north === undefined) return null;
  const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  return isOnEarth && west < east && south < north ? { west, south, east, north } : null;
}
