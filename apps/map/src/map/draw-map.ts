import 'leaflet/dist/leaflet.css';
import './map.css';
import type { Point } from '#geography/distance';
import type { Language } from '#regulation/public-labels';
import L from 'leaflet';
import { isOutsideCity, type Place } from '../place/place.ts';
import { distanceRings } from './distance-rings.ts';
import { drawGround } from './map-ground.ts';
import type { MapShelter } from './public-list.ts';
import { shelterLayer } from './shelter-layer.ts';
import { siteLayer } from './site-layer.ts';

export interface MapScene {
  shelters: readonly MapShelter[];
  chosen: MapShelter | null;
  place: Place | null;
  language: Language;
}

export interface MapActs {
  /** The radius is how far a finger may be off at this zoom, in metres. */
  tap: (point: Point, radiusMeters: number) => void;
  open: (code: string) => void;
  sayShelter: (shelter: MapShelter) => string;
  sayCluster: (count: number) => string;
  /** Null is the main one. */
  sayEntrance: (name: string | null) => string;
}

export interface DrawnMap {
  show: (scene: MapScene) => void;
  centre: () => { point: Point; radiusMeters: number };
  zoom: (steps: number) => void;
  showCity: () => void;
  /** Brings place and chosen shelter into view. */
  showWay: () => void;
  /** Brings the published site of the chosen shelter into view. */
  showSite: () => void;
  remove: () => void;
}

/** Room for the scale above, for the card and the buttons below; a small map inside a page has neither. */
const VIEW_PADDING: L.FitBoundsOptions = { paddingTopLeft: [48, 72], paddingBottomRight: [72, 190] };
const SMALL_PADDING: L.FitBoundsOptions = { paddingTopLeft: [72, 48], paddingBottomRight: [72, 56] };
const SMALL_PIXELS = 400;
/** The line to the shelter goes on over its site. */
const WAY_PANE = 'way';
const FINGER_PIXELS = 12;

/** Draws the map into an element and keeps it up to date. It asks nobody for anything. */
export function drawMap(element: HTMLElement, acts: MapActs): DrawnMap {
  const motion = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(element, {
    maxZoom: 19,
    minZoom: 5,
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.5,
    zoomAnimation: motion,
    fadeAnimation: motion,
    markerZoomAnimation: motion,
  });
  const ground = drawGround(map);
  const showCity = () => void map.fitBounds(ground.bounds, { padding: [8, 8], animate: false });
  showCity();
  L.control.scale({ imperial: false, position: 'topright' }).addTo(map);
  const site = siteLayer(map, acts.sayEntrance);
  map.createPane(WAY_PANE).style.zIndex = '470';
  const way = L.layerGroup().addTo(map);
  const shelters = shelterLayer(map, { shelter: acts.sayShelter, cluster: acts.sayCluster }, acts.open);
  let scene: MapScene | null = null;

  const pointed = (latlng: L.LatLng) => {
    const { lng: longitude, lat: latitude } = latlng.wrap();
    const pixel = map.containerPointToLatLng(map.latLngToContainerPoint(latlng).add([1, 0]));
    return { point: { longitude, latitude }, radiusMeters: latlng.distanceTo(pixel) * FINGER_PIXELS };
  };
  map.on('click', ({ latlng }) => {
    const { point, radiusMeters } = pointed(latlng);
    acts.tap(point, radiusMeters);
  });
  const resized = 'ResizeObserver' in window ? new ResizeObserver(() => map.invalidateSize()) : null;
  resized?.observe(element);

  function drawWay({ place, chosen, language }: MapScene): void {
    way.clearLayers();
    if (!place) return;
    const here = toLatLng(place.point);
    if (place.accuracyMeters !== null) {
      L.circle(here, { radius: place.accuracyMeters, className: 'map-accuracy', interactive: false }).addTo(
        way,
      );
    }
    if (chosen) {
      const line = [here, toLatLng(chosen.location)];
      L.polyline(line, { className: 'map-way', interactive: false, pane: WAY_PANE }).addTo(way);
    }
    for (const ring of distanceRings(place.point, chosen?.location ?? null, language)) ring.addTo(way);
    const icon = L.divIcon({ className: 'map-me', iconSize: [22, 22] });
    L.marker(here, { icon, interactive: false, keyboard: false, zIndexOffset: 1000 }).addTo(way);
  }

  function showWay(): void {
    if (!scene) return;
    const points = [scene.place?.point, scene.chosen?.location].flatMap((point) => point ?? []);
    if (points.length === 0) return showCity();
    const bounds = L.latLngBounds(points.map(toLatLng));
    const { place } = scene;
    // From outside, the city's border says more than the line.
    if (place && isOutsideCity(place.point)) bounds.extend(ground.bounds);
    map.fitBounds(bounds, { ...paddingNow(), maxZoom: 15, animate: false });
  }

  function showSite(): void {
    const bounds = site.bounds();
    if (bounds) map.fitBounds(bounds, { ...paddingNow(), animate: false });
  }

  function paddingNow(): L.FitBoundsOptions {
    return map.getSize().y < SMALL_PIXELS ? SMALL_PADDING : VIEW_PADDING;
  }

  return {
    show(next) {
      const before = scene;
      scene = next;
      drawWay(next);
      shelters.show(next.shelters, next.chosen);
      site.show(next.chosen, next.language);
      if (before?.language !== next.language) {
        ground.label(next.language);
        shelters.redraw();
      }
      // The view follows another shelter or another choice of place, not every step or refresh.
      const isSameWay =
        before?.chosen?.code === next.chosen?.code && before?.place?.from === next.place?.from;
      const isSameChoice = next.place?.from === 'GPS' || before?.place?.at === next.place?.at;
      if (!before || !isSameWay || !isSameChoice) showWay();
    },
    centre: () => pointed(map.getCenter()),
    zoom: (steps) => void map.setZoom(map.getZoom() + steps),
    showCity,
    showWay,
    showSite,
    remove() {
      resized?.disconnect();
      map.remove();
    },
  };
}

function toLatLng({ longitude, latitude }: Point): L.LatLngTuple {
  return [latitude, longitude];
}
