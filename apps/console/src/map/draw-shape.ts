import type { Pair, Ring } from '#regulation/site/contents';
import L from 'leaflet';
import '@geoman-io/leaflet-geoman-free';
import '@geoman-io/leaflet-geoman-free/dist/leaflet-geoman.css';
import { shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { language } from '../i18n/language.ts';
import { FEWEST_CORNERS } from './fewest-corners.ts';

/** A ring while it is drawn, and what can be done with it besides tapping on. */
export interface DrawnRing {
  /** So far; the line is not closed yet. */
  corners: Readonly<ShallowRef<Ring>>;
  line: () => L.Polyline | null;
  undo: () => void;
  finish: () => void;
}

/** Lets somebody draw a ring or set a point; another choice ends it. */
export function drawNew(
  map: Ref<L.Map | null>,
  drawing: () => 'RING' | 'POINT' | null,
  done: (points: Ring) => void,
): DrawnRing {
  const corners = shallowRef<Ring>([]);
  let line: L.Polyline | null = null;

  function begin(here: L.Map, what: 'RING' | 'POINT' | null): void {
    here.pm.disableDraw();
    if (what === 'RING') here.pm.enableDraw('Polygon', { snappable: true, allowSelfIntersection: true });
    if (what === 'POINT') here.pm.enableDraw('Marker', { snappable: false, continueDrawing: false });
  }

  watch(
    map,
    (here) => {
      here?.on('pm:drawstart', ({ workingLayer }) => {
        corners.value = [];
        line = workingLayer instanceof L.Polyline ? workingLayer : null;
        line?.on('pm:change', ({ latlngs }) => (corners.value = (latlngs as L.LatLng[]).map(pairOf)));
      });
      here?.on('pm:drawend', () => (corners.value = []));
      here?.on('pm:create', ({ layer }) => {
        layer.remove();
        if (layer instanceof L.Polygon) done(ringOf(layer));
        else if (layer instanceof L.Marker) done([pairOf(layer.getLatLng())]);
      });
    },
    { immediate: true },
  );
  watch(
    [map, drawing, language],
    ([here, what, spoken]) => {
      here?.pm.setLang(spoken === 'en' ? 'en' : 'zh');
      if (here) begin(here, what);
    },
    { immediate: true },
  );

  return {
    corners,
    line: () => line,
    undo: () => {
      const here = map.value;
      // The tool ends with its only corner; whoever takes that back wants to set it elsewhere.
      if (here && corners.value.length === 1) begin(here, 'RING');
      else if (here && corners.value.length > 1) penOf(here)._removeLastVertex();
    },
    finish: () => map.value && corners.value.length >= FEWEST_CORNERS && penOf(map.value)._finishShape(),
  };
}

/** What the buttons of the tool's own bar call, which its types leave out. */
interface Pen {
  _removeLastVertex(): void;
  _finishShape(): void;
}

function penOf(map: L.Map): Pen {
  return (map.pm.Draw as unknown as { Polygon: Pen }).Polygon;
}

/** The ring of a drawn polygon, closed, to the centimetre. */
export function ringOf(polygon: L.Polygon): Ring {
  const corners = (polygon.getLatLngs() as L.LatLng[][])[0] ?? [];
  const ring = corners.map(pairOf);
  return ring[0] ? [...ring, ring[0]] : [];
}

function pairOf({ lng, lat }: L.LatLng): Pair {
  return [Number(lng.toFixed(7)), Number(lat.toFixed(7))];
}
