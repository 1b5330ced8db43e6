import type { EventFacts } from './activation.documents.ts';
import type { Corner } from './decision-draft.ts';

/** The outline of the first part of an event’s area; GeoJSON comes through the schema as plain data. */
export function eventArea(event: EventFacts | null): Corner[] {
  const area: unknown = event?.area;
  if (typeof area !== 'object' || area === null || !('coordinates' in area)) return [];
  const [part] = area.coordinates as [longitude: number, latitude: number][][][];
  return (part?.[0] ?? []).map(([longitude, latitude]) => ({ longitude, latitude }));
}
