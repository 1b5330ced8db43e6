import { formatDistance } from '#look/format';
import { ellipsoidMeters, type Point } from '#geography/distance';
import type { Language } from '#regulation/public-labels';
import L from 'leaflet';

const RADII_METERS = [250, 500, 1_000, 2_000, 5_000, 10_000, 20_000];
const MOST = 3;
/** Further away the rings would crowd around the place and say nothing. */
const FURTHEST_METERS = 30_000;
const METERS_PER_DEGREE_OF_LATITUDE = 111_195;

/** With no streets drawn, rings around the place say how far things are: the few that reach to the chosen shelter. */
export function distanceRings(place: Point, chosen: Point | null, language: Language): L.Layer[] {
  const reach = chosen ? ellipsoidMeters(place, chosen) * 1.3 : 2_000;
  if (reach > FURTHEST_METERS) return [];
  const radii = RADII_METERS.filter((radius) => radius <= reach).slice(-MOST);
  // The figures stand on the far side from the line.
  const side = chosen && chosen.latitude > place.latitude ? -1 : 1;
  return radii.flatMap((radius) => {
    const text = document.createElement('span');
    text.textContent = formatDistance(radius, language);
    const edge = place.latitude + (side * radius) / METERS_PER_DEGREE_OF_LATITUDE;
    return [
      L.circle([place.latitude, place.longitude], { radius, className: 'map-ring', interactive: false }),
      L.marker([edge, place.longitude], {
        icon: L.divIcon({ className: 'map-ring-name', html: text, iconSize: [0, 0] }),
        interactive: false,
        keyboard: false,
      }),
    ];
  });
}
