import type { OperationalStatus } from '#regulation/enumerations';
import type { MapArea } from '#geography/map-area';
import { markSvg, statusMark, type DrawnMark } from '#look/status-marks';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { onBeforeUnmount, onMounted, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { labelled, t } from '../i18n/words.ts';
import { drawCounties } from './draw-counties.ts';

export type MapPoint = {
  id: string;
  name: string;
  /** WGS 84 degrees. */
  longitude: number;
  latitude: number;
} & (
  | { status: OperationalStatus; /** Not confirmed for long. */ stale?: boolean }
  | { mark: DrawnMark; /** What the mark means; said with the name. */ word: string }
);

const MAX_ZOOM = 18;
const CLOSE_ZOOM = 14;

/** A map of the city on its own schematic ground, no tiles and no other host; gone with its component. */
export function useMap(
  host: Ref<HTMLElement | null>,
  focus: () => string | undefined = () => undefined,
): ShallowRef<L.Map | null> {
  const map = shallowRef<L.Map | null>(null);
  let observer: ResizeObserver | undefined;
  onMounted(() => {
    if (!host.value) return;
    const made = L.map(host.value, {
      maxZoom: MAX_ZOOM,
      zoomSnap: 0.25,
      attributionControl: false,
      zoomControl: false,
    });
    L.control
      .zoom({ position: 'bottomright', zoomInTitle: t('map.in'), zoomOutTitle: t('map.out') })
      .addTo(made);
    L.control.scale({ imperial: false, position: 'bottomleft' }).addTo(made);
    drawCounties(made, focus());
    observer = new ResizeObserver(() => made.invalidateSize({ animate: false }));
    observer.observe(host.value);
    map.value = made;
  });
  onBeforeUnmount(() => {
    observer?.disconnect();
    map.value?.remove();
  });
  return map;
}

/** Keeps one mark for each point on the map; a click tells its id. The table is the way for the keyboard. */
export function showPoints(
  map: Ref<L.Map | null>,
  points: () => readonly MapPoint[],
  chosen: () => readonly string[],
  choose: (id: string) => void,
  /** The one under somebody's pointer, here or in a list beside the map. */
  pointed: () => string | null = () => null,
  point: (id: string | null) => void = () => undefined,
): void {
  const layer = L.layerGroup();
  const marks = new Map<string, L.Marker>();
  let isFramed = false;

  function draw(): void {
    layer.clearLayers();
    marks.clear();
    for (const at of points()) {
      const name = document.createElement('span');
      name.textContent = 'word' in at ? labelled(at.word, at.name) : at.name;
      const mark = L.marker([at.latitude, at.longitude], {
        icon: iconOf(at, false),
        keyboard: false,
      });
      mark.bindTooltip(name, { direction: 'top', offset: [0, -8] }).addTo(layer);
      mark.on('click', () => choose(at.id));
      mark.on('mouseover', () => point(at.id));
      mark.on('mouseout', () => point(null));
      marks.set(at.id, mark);
    }
  }

  function highlight(now: readonly string[], before: readonly string[]): void {
    for (const point of points()) {
      const isChosen = now.includes(point.id);
      if (isChosen === before.includes(point.id)) continue;
      marks
        .get(point.id)
        ?.setIcon(iconOf(point, isChosen))
        .setZIndexOffset(isChosen ? 1000 : 0);
    }
    const latest = marks.get(now.at(-1) ?? '')?.getLatLng();
    if (latest && map.value && !map.value.getBounds().contains(latest)) map.value.panTo(latest);
  }

  /** Once: afterwards the map stays where the person has put it. */
  function frame(here: L.Map): void {
    if (isFramed || marks.size === 0) return;
    isFramed = true;
    const bounds = L.latLngBounds([...marks.values()].map((mark) => mark.getLatLng()));
    here.fitBounds(bounds, { padding: [32, 32], maxZoom: CLOSE_ZOOM - 1, animate: false });
  }

  watch(
    [map, points],
    ([here]) => {
      if (!here) return;
      layer.addTo(here);
      draw();
      frame(here);
      highlight(chosen(), []);
    },
    { immediate: true },
  );
  watch(chosen, (now, before) => highlight(now, before));
  // A mark under the pointer keeps its element: a new one would come and go under it for ever.
  watch(pointed, (now, before) => {
    if (before)
      marks
        .get(before)
        ?.setZIndexOffset(chosen().includes(before) ? 1000 : 0)
        .getElement()
        ?.classList.remove('pointed');
    if (now) marks.get(now)?.setZIndexOffset(2000).getElement()?.classList.add('pointed');
  });
}

/** Shows one place, and lets it be set by a click; seven decimals are a centimetre, six are enough. */
export function showPlace(
  map: Ref<L.Map | null>,
  place: () => { longitude: number; latitude: number } | null,
  pick: ((longitude: number, latitude: number) => void) | null,
  zoom = CLOSE_ZOOM - 2,
): void {
  const pin = L.marker([0, 0], {
    icon: L.divIcon({ className: 'pin', html: PIN, iconSize: [28, 28], iconAnchor: [14, 27] }),
    keyboard: false,
    interactive: false,
  });
  let isShown = false;
  watch(
    [map, place],
    ([here, at]) => {
      if (!here) return;
      if (!at) {
        pin.remove();
        isShown = false;
        return;
      }
      pin.setLatLng([at.latitude, at.longitude]).addTo(here);
      if (!isShown) here.setView(pin.getLatLng(), Math.max(here.getZoom(), zoom), { animate: false });
      else if (!here.getBounds().contains(pin.getLatLng())) here.panTo(pin.getLatLng());
      isShown = true;
    },
    { immediate: true },
  );
  if (pick) {
    watch(map, (here) =>
      here?.on('click', ({ latlng }) => pick(Number(latlng.lng.toFixed(6)), Number(latlng.lat.toFixed(6)))),
    );
  }
}

/** Brings a part of the map into view when it is named elsewhere; where the map shows just that already, it stays. */
export function showFrame(map: Ref<L.Map | null>, frame: () => MapArea | null): void {
  watch(
    [map, () => JSON.stringify(frame())],
    ([here]) => {
      const area = frame();
      if (!here || !area) return;
      const bounds = L.latLngBounds([area.south, area.west], [area.north, area.east]);
      if (!here.getBounds().equals(bounds, SAME_DEGREES)) here.fitBounds(bounds, { animate: false });
    },
    { immediate: true },
  );
}

/** The address holds five decimals. */
const SAME_DEGREES = 0.000_02;

/** Draws an outline over the ground: a line while it has two corners, an area from three on. */
export function showArea(
  map: Ref<L.Map | null>,
  corners: () => readonly { longitude: number; latitude: number }[],
): void {
  const style = { className: 'danger-area', interactive: false };
  let drawn: L.Layer | undefined;
  watch(
    [map, corners],
    ([here, given]) => {
      drawn?.remove();
      drawn = undefined;
      if (!here || given.length === 0) return;
      const points = given.map(({ longitude, latitude }): L.LatLngTuple => [latitude, longitude]);
      const dots =
        points.length <= MOST_DOTS ? points.map((at) => L.circleMarker(at, { ...style, radius: 5 })) : [];
      drawn = L.layerGroup([
        points.length < 3 ? L.polyline(points, style) : L.polygon(points, style),
        ...dots,
      ]).addTo(here);
    },
    { immediate: true },
  );
}

/** Beyond so many, corners were not tapped one by one. */
const MOST_DOTS = 12;

const PIN =
  '<svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true"><path d="M12 23c5.5-6.3 7.5-9.6 7.5-13a7.5 7.5 0 1 0-15 0c0 3.4 2 6.7 7.5 13Z" fill="var(--brand)" stroke="var(--mark-halo)" stroke-width="1.5"/><circle cx="12" cy="10" r="2.8" fill="var(--mark-halo)"/></svg>';

function iconOf(point: MapPoint, isChosen: boolean): L.DivIcon {
  const size = isChosen ? 24 : 16;
  return L.divIcon({
    className: isChosen ? 'shelter-mark chosen' : 'shelter-mark',
    html: markSvg('mark' in point ? point.mark : statusMark(point.status, point.stale ?? false), size),
    iconSize: [size, size],
  });
}
