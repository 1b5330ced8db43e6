import { markSvg, statusMark } from '#look/status-marks';
import L from 'leaflet';
import Supercluster from 'supercluster';
import type { MapShelter } from './public-list.ts';

const MARK_PIXELS = 20;
const HIT_PIXELS = 48;
const CLUSTER_RADIUS_PIXELS = 64;
/** Leaflet's world is so wide at zoom 0; the index must gather by the same measure. */
const TILE_PIXELS = 256;
/** What lies nearer to the chosen shelter than this is under its mark until somebody zooms in. */
const COVERED_PIXELS = 44;
const LAST_CLUSTERED_ZOOM = 15;

interface Words {
  /** Said of a shelter to those who hear the map. */
  shelter: (shelter: MapShelter) => string;
  cluster: (count: number) => string;
}

/** The shelters of the view as marks one can tap or reach by keyboard; near ones gathered while they would overlap. */
export function shelterLayer(map: L.Map, words: Words, open: (code: string) => void) {
  const layer = L.layerGroup().addTo(map);
  const index = new Supercluster<MapShelter>({
    radius: CLUSTER_RADIUS_PIXELS,
    extent: TILE_PIXELS,
    maxZoom: LAST_CLUSTERED_ZOOM,
  });
  let drawn = new Map<string, L.Marker>();
  let chosen: MapShelter | null = null;
  let all: readonly MapShelter[] = [];

  function draw(): void {
    const next = new Map<string, L.Marker>();
    const keepOrDraw = (key: string, make: () => L.Marker) => {
      const marker = drawn.get(key) ?? make().addTo(layer);
      next.set(key, marker);
    };
    const view = map.getBounds().pad(0.2);
    const box: [number, number, number, number] = [
      view.getWest(),
      view.getSouth(),
      view.getEast(),
      view.getNorth(),
    ];
    for (const { geometry, properties } of index.getClusters(box, Math.floor(map.getZoom()))) {
      const [longitude = 0, latitude = 0] = geometry.coordinates;
      if (isCovered([latitude, longitude])) continue;
      if ('cluster' in properties) {
        const { cluster_id: id, point_count: count } = properties;
        const zoom = () => map.setView([latitude, longitude], index.getClusterExpansionZoom(id));
        keepOrDraw(`cluster ${longitude} ${latitude} ${count}`, () =>
          clusterMarker([latitude, longitude], count, words.cluster(count), zoom),
        );
      } else {
        keepOrDraw(keyOf(properties), () => shelterMarker(properties, false));
      }
    }
    if (chosen) {
      const shelter = chosen;
      keepOrDraw(`chosen ${keyOf(shelter)}`, () => shelterMarker(shelter, true));
    }
    for (const [key, marker] of drawn) if (!next.has(key)) marker.remove();
    drawn = next;
  }

  function isCovered(at: L.LatLngTuple): boolean {
    if (!chosen) return false;
    const { latitude, longitude } = chosen.location;
    const gap = map.latLngToContainerPoint(at).distanceTo(map.latLngToContainerPoint([latitude, longitude]));
    return gap < COVERED_PIXELS;
  }

  function shelterMarker(shelter: MapShelter, isChosen: boolean): L.Marker {
    const box = document.createElement('span');
    // Our own drawing; the name goes in as text.
    box.innerHTML = markSvg(
      statusMark(shelter.operationalStatus, shelter.isStale),
      isChosen ? 30 : MARK_PIXELS,
    );
    if (isChosen) box.appendChild(Object.assign(document.createElement('b'), { textContent: shelter.name }));
    return marker([shelter.location.latitude, shelter.location.longitude], {
      className: isChosen ? 'map-shelter is-chosen' : 'map-shelter',
      box,
      said: words.shelter(shelter),
      press: () => open(shelter.code),
      zIndexOffset: isChosen ? 2000 : 0,
    });
  }

  function load(): void {
    const others = all.filter(({ code }) => code !== chosen?.code);
    index.load(
      others.map((shelter) => ({
        type: 'Feature',
        properties: shelter,
        geometry: { type: 'Point', coordinates: [shelter.location.longitude, shelter.location.latitude] },
      })),
    );
    draw();
  }

  map.on('moveend', draw);
  return {
    show(shelters: readonly MapShelter[], chosenOne: MapShelter | null): void {
      all = shelters;
      chosen = chosenOne;
      load();
    },
    /** Draws everything anew, in the words of now. */
    redraw(): void {
      layer.clearLayers();
      drawn = new Map();
      draw();
    },
  };
}

function clusterMarker(at: L.LatLngTuple, count: number, said: string, press: () => void): L.Marker {
  const box = Object.assign(document.createElement('span'), { textContent: String(count) });
  return marker(at, { className: 'map-cluster', box, said, press, zIndexOffset: 500 });
}

function keyOf({ code, operationalStatus, isStale }: MapShelter): string {
  return `${code} ${operationalStatus} ${isStale}`;
}

interface MarkerLook {
  className: string;
  box: HTMLElement;
  said: string;
  press: () => void;
  zIndexOffset: number;
}

function marker(at: L.LatLngTuple, { className, box, said, press, zIndexOffset }: MarkerLook): L.Marker {
  const icon = L.divIcon({ className, html: box, iconSize: [HIT_PIXELS, HIT_PIXELS] });
  const made = L.marker(at, { icon, zIndexOffset, riseOnHover: true });
  made.on('click', press);
  made.on('add', () => made.getElement()?.setAttribute('aria-label', said));
  return made;
}
