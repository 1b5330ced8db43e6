import { countyBoundaries } from '#geography/boundaries/boundaries';
import { boundingBox, type Area } from '#geography/polygon';
import type { Language } from '#regulation/public-labels';
import L from 'leaflet';
import type { Position } from 'geojson';

/** Above the counties, below every shelter. */
const NAMES_PANE = 'names';

/** The ground of the map: schematic counties in quiet greys. No tiles, no other host. */
export function drawGround(map: L.Map): { bounds: L.LatLngBounds; label: (language: Language) => void } {
  const counties = countyBoundaries();
  const names = L.layerGroup().addTo(map);
  map.createPane(NAMES_PANE).style.zIndex = '450';
  const bounds = L.latLngBounds([]);
  for (const { geometry } of counties) {
    L.geoJSON(geometry, { interactive: false, style: { className: 'map-county' } }).addTo(map);
    const [west, south, east, north] = boundingBox(geometry) ?? [0, 0, 0, 0];
    bounds.extend([south, west]).extend([north, east]);
  }

  function label(language: Language): void {
    names.clearLayers();
    for (const { name, nameEn, geometry } of counties) {
      const text = document.createElement('span');
      text.textContent = language === 'en' ? nameEn.replace(/ (District|County|City)$/u, '') : name;
      L.marker(middleOf(geometry), {
        icon: L.divIcon({ className: 'map-name', html: text, iconSize: [0, 0] }),
        interactive: false,
        keyboard: false,
        pane: NAMES_PANE,
      }).addTo(names);
    }
  }
  return { bounds, label };
}

/** Where a county's name stands: the centroid of its largest part, planar, which is exact enough for a name. */
function middleOf(geometry: Area): L.LatLngTuple {
  const shells =
    geometry.type === 'Polygon' ? [geometry.coordinates[0]] : geometry.coordinates.map(([s]) => s);
  const parts = shells.map((shell) => centroid(shell ?? []));
  const largest = parts.reduce((a, b) => (b.area > a.area ? b : a));
  return [largest.latitude, largest.longitude];
}

function centroid(ring: readonly Position[]): { area: number; longitude: number; latitude: number } {
  let [twice, sumX, sumY] = [0, 0, 0];
  for (const [index, [x = 0, y = 0]] of ring.entries()) {
    const [nextX = x, nextY = y] = ring[index + 1] ?? [];
    const cross = x * nextY - nextX * y;
    twice += cross;
    sumX += (x + nextX) * cross;
    sumY += (y + nextY) * cross;
  }
  return { area: Math.abs(twice / 2), longitude: sumX / (3 * twice), latitude: sumY / (3 * twice) };
}
