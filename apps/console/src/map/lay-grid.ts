import L from 'leaflet';
import { watch, type Ref } from 'vue';
import { gridLines, gridStep } from './grid-step.ts';

const CLOSE_ZOOM = 14;

/** Lays a light grid of round metres on the bare ground, so that lengths can be judged; tells how wide a square is. */
export function layGrid(map: Ref<L.Map | null>, tell: (meters: number | null) => void): void {
  watch(
    map,
    (here) => {
      if (!here) return;
      const lines = L.layerGroup().addTo(here);
      const redraw = (): void => draw(here, lines, tell);
      here.on('moveend zoomend resize', redraw);
      // A map that is gone still tells the end of a move it had begun.
      here.on('unload', () => here.off('moveend zoomend resize', redraw));
      draw(here, lines, tell);
    },
    { immediate: true },
  );
}

function draw(map: L.Map, lines: L.LayerGroup, tell: (meters: number | null) => void): void {
  lines.clearLayers();
  const { x, y } = map.getSize();
  const step = x > 0 && y > 0 && map.getZoom() >= CLOSE_ZOOM ? gridStep(metersPerPixel(map)) : null;
  tell(step);
  if (step === null) return;
  const [west, south, east, north] = map.getBounds().toBBoxString().split(',').map(Number) as Box;
  const { longitudes, latitudes } = gridLines({ west, south, east, north }, step);
  const shape: L.LatLngTuple[][] = [
    ...longitudes.map((at): L.LatLngTuple[] => [
      [south, at],
      [north, at],
    ]),
    ...latitudes.map((at): L.LatLngTuple[] => [
      [at, west],
      [at, east],
    ]),
  ];
  // What is drawn over it does not stick to it, and a plan laid on the map hides it.
  const still = { className: 'metre-grid', interactive: false, pmIgnore: true, snapIgnore: true };
  L.polyline(shape, { ...still, pane: 'tilePane' }).addTo(lines);
}

type Box = [west: number, south: number, east: number, north: number];

function metersPerPixel(map: L.Map): number {
  const middle = map.getSize().divideBy(2);
  const [from, to] = [middle, middle.add([100, 0])].map((point) =>
    map.containerPointToLatLng(point as L.Point),
  );
  return from && to ? map.distance(from, to) / 100 : Number.NaN;
}
