import L from 'leaflet';
import { watch, type Ref } from 'vue';

export interface PlanBox {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Lays the drawing of the zones under their outlines; its corners can be moved when `place` is given. */
export function layPlan(
  map: Ref<L.Map | null>,
  plan: () => { href: string; box: PlanBox; opacity: number } | null,
  place: ((box: PlanBox) => void) | null,
  /** The file is no picture that a map could show. */
  unshown: () => void,
): void {
  const layer = L.layerGroup();
  watch(
    [map, plan],
    ([here, given]) => {
      layer.clearLayers();
      if (!here || !given) return;
      const { west, south, east, north } = given.box;
      const bounds = L.latLngBounds([south, west], [north, east]);
      const image = L.imageOverlay(given.href, bounds, {
        opacity: given.opacity,
        className: 'site-plan',
        zIndex: 1,
      });
      image.on('error', unshown);
      layer.addTo(here);
      image.addTo(layer);
      if (!place) return;
      const [low, high] = [handle([south, west], 'south-west'), handle([north, east], 'north-east')];
      for (const corner of [low, high]) {
        corner.addTo(layer);
        corner.on('drag', () => image.setBounds(L.latLngBounds(low.getLatLng(), high.getLatLng())));
        corner.on('dragend', () => place(boxOf(L.latLngBounds(low.getLatLng(), high.getLatLng()))));
      }
    },
    { immediate: true },
  );
}

/** What a map can place: a box that holds all the points; null without any. */
export function boxAround(points: readonly (readonly [number, number])[]): PlanBox | null {
  return points.length === 0
    ? null
    : boxOf(L.latLngBounds(points.map(([longitude, latitude]) => [latitude, longitude])));
}

function handle(at: L.LatLngTuple, corner: 'south-west' | 'north-east'): L.Marker {
  const icon = L.divIcon({ className: `plan-corner ${corner}`, iconSize: [28, 28] });
  return L.marker(at, { icon, draggable: true, keyboard: false, zIndexOffset: 3_000, pmIgnore: true });
}

function boxOf(bounds: L.LatLngBounds): PlanBox {
  const round = (degrees: number): number => Number(degrees.toFixed(7));
  return {
    west: round(bounds.getWest()),
    south: round(bounds.getSouth()),
    east: round(bounds.getEast()),
    north: round(bounds.getNorth()),
  };
}
