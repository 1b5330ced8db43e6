import { areaSquareMeters } from '#geography/polygon';
import type { Ring } from '#regulation/site/contents';

/** Square metres of a drawn ring, whole; null while it cannot be told. */
export function measured(ring: Ring): number | null {
  const area = areaSquareMeters({ type: 'Polygon', coordinates: [ring] });
  return Number.isFinite(area) ? Math.round(area) : null;
}
