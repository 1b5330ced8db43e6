import { markSvg, type DrawnMark } from '#look/status-marks';
import L from 'leaflet';
import { watch, type Ref } from 'vue';

interface MovePlace {
  /** WGS 84 degrees. */
  longitude: number;
  latitude: number;
  /** Stands beside the point. */
  title: string;
}

/** Where something was and where it is; either may be unknown. */
export interface Move {
  before: MovePlace | null;
  after: MovePlace | null;
}

const RING = 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18Z';
const BEFORE: DrawnMark = { colour: '--ink-soft', path: RING, drawing: 'DASHED' };
const AFTER: DrawnMark = { colour: '--action', path: RING, drawing: 'SOLID' };
const SIZE = 18;
const CLOSEST_ZOOM = 16;

/** Shows the old point hollow, the new one filled, both with their words, and the way between; brings both into view. */
export function showMove(map: Ref<L.Map | null>, move: () => Move | null): void {
  const layer = L.layerGroup();
  watch(
    [map, move],
    ([here, given]) => {
      layer.clearLayers();
      if (!here || !given) return;
      layer.addTo(here);
      const { before, after } = given;
      const points: L.LatLngTuple[] = [];
      if (before && after) {
        const way = [at(before), at(after)];
        L.polyline(way, { className: 'moved', interactive: false }).addTo(layer);
      }
      // The one is named to the left, the other to the right: near ones stay readable.
      for (const [place, mark, direction] of [
        [before, BEFORE, 'left'],
        [after, AFTER, 'right'],
      ] as const) {
        if (!place) continue;
        points.push(at(place));
        pinOf(place, mark, direction).addTo(layer);
      }
      if (points.length === 0) return;
      const bounds = L.latLngBounds(points);
      const frame = (): void => {
        here.fitBounds(bounds, { padding: [72, 48], maxZoom: CLOSEST_ZOOM, animate: false });
      };
      // Hidden behind its list it has no size yet.
      if (here.getSize().x > 0) frame();
      else here.once('resize', frame);
    },
    { immediate: true },
  );
}

function at({ latitude, longitude }: MovePlace): L.LatLngTuple {
  return [latitude, longitude];
}

function pinOf(place: MovePlace, mark: DrawnMark, direction: 'left' | 'right'): L.Marker {
  const title = document.createElement('span');
  title.textContent = place.title;
  const icon = L.divIcon({ className: 'move-mark', html: markSvg(mark, SIZE), iconSize: [SIZE, SIZE] });
  return L.marker(at(place), { icon, interactive: false, keyboard: false, zIndexOffset: 2_000 }).bindTooltip(
    title,
    { permanent: true, direction, className: 'move-word', offset: [direction === 'left' ? -10 : 10, 0] },
  );
}
