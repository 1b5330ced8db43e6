import type { Ring } from '#regulation/site/contents';
import L from 'leaflet';
import '@geoman-io/leaflet-geoman-free';
import '@geoman-io/leaflet-geoman-free/dist/leaflet-geoman.css';
import { shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { ringOf } from './draw-shape.ts';

/** A shape of the site by the path of its ring. */
export interface SiteShape {
  key: string;
  /** `former`: as it was in another version. */
  kind: 'boundary' | 'zone' | 'former';
  ring: Ring;
  name: string;
}

const CLOSEST_ZOOM = 18;

/** The outlines on the map by the paths of their rings, anew whenever they are drawn anew. */
type ShownShapes = Readonly<ShallowRef<ReadonlyMap<string, L.Polygon>>>;

/** Shows the shapes of a site with their names; the chosen one has handles, and tells when they were moved. */
export function showShapes(
  map: Ref<L.Map | null>,
  shapes: () => readonly SiteShape[],
  chosen: () => string | null,
  choose: (key: string) => void,
  reshape: ((key: string, ring: Ring) => void) | null,
  isDrawing: () => boolean,
  /** A corner is being dragged; the shape is not changed before it is let go. */
  dragged: (key: string, ring: Ring) => void = () => undefined,
): ShownShapes {
  const outlines = shallowRef<ReadonlyMap<string, L.Polygon>>(new Map());
  const layer = L.featureGroup();
  let isFramed = false;
  watch(
    [map, shapes, chosen],
    ([here, given, which]) => {
      layer.eachLayer((old) => (old as L.Polygon).pm?.disable());
      layer.clearLayers();
      outlines.value = new Map();
      if (!here) return;
      layer.addTo(here);
      const made = new Map<string, L.Polygon>();
      for (const shape of given.toSorted((one, other) => size(other) - size(one))) {
        const drawn = L.polygon(cornersOf(shape.ring), { className: `site-${shape.kind}` }).addTo(layer);
        made.set(shape.key, drawn);
        nameIt(drawn, shape);
        drawn.on('click', (event) => {
          // While somebody draws, the tap is a corner of theirs, inside another shape too.
          if (isDrawing()) return;
          L.DomEvent.stop(event);
          choose(shape.key);
        });
        if (shape.key !== which || !reshape) continue;
        drawn.getElement()?.classList.add('chosen');
        drawn.pm.enable({ allowSelfIntersection: true, snappable: true });
        drawn.on('pm:change', () => dragged(shape.key, ringOf(drawn)));
        drawn.on('pm:edit', () => reshape(shape.key, ringOf(drawn)));
      }
      outlines.value = made;
      if (isFramed || given.length === 0) return;
      isFramed = true;
      const bounds = layer.getBounds();
      const frame = (): void =>
        void here.fitBounds(bounds, { padding: [24, 24], maxZoom: CLOSEST_ZOOM, animate: false });
      if (here.getSize().x > 0) frame();
      else here.once('resize', frame);
    },
    { immediate: true },
  );
  return outlines;
}

/** Points with a name: the main way in and the others. */
export function showEntrances(
  map: Ref<L.Map | null>,
  entrances: () => readonly { longitude: number; latitude: number; name: string }[],
): void {
  const layer = L.layerGroup();
  watch(
    [map, entrances],
    ([here, given]) => {
      layer.clearLayers();
      if (!here) return;
      layer.addTo(here);
      for (const { longitude, latitude, name } of given) {
        const mark = L.circleMarker([latitude, longitude], { className: 'site-entrance', radius: 6 });
        nameIt(mark.addTo(layer), { name }, 'right');
      }
    },
    { immediate: true },
  );
}

function nameIt(layer: L.Layer, { name }: { name: string }, direction: 'center' | 'right' = 'center'): void {
  if (name === '') return;
  const word = document.createElement('span');
  word.textContent = name;
  layer.bindTooltip(word, {
    permanent: true,
    direction,
    offset: direction === 'right' ? [8, 0] : [0, 0],
    className: 'site-name',
  });
}

/** Small shapes lie on top of large ones, so that each can be taken. */
function size({ ring }: SiteShape): number {
  const bounds = L.latLngBounds(cornersOf(ring));
  return (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
}

function cornersOf(ring: Ring): L.LatLngTuple[] {
  return ring.slice(0, -1).map(([longitude, latitude]) => [latitude, longitude]);
}
