import type { Point } from '#geography/distance';
import type { Language } from '#regulation/public-labels';
import { SITE_LABELS } from '#regulation/site/labels';
import { STAYING_ZONES } from '#regulation/site/words';
import L from 'leaflet';
import type { MapShelter } from './public-list.ts';
import type { PublicSite } from './public-site.ts';

/** Above the names of the counties, below every shelter; the words above the line that leads there. */
const PANE = 'site';
const WORDS_PANE = 'site-words';
/** Further out a site is smaller than the mark of its shelter. */
const FIRST_ZOOM = 15.5;
/** From here on there is room for words. */
const FIRST_WORDED_ZOOM = 16.5;
const LETTER_PIXELS = { 'zh-CN': 15, en: 8 };
const LINE_PIXELS = 22;
/** The mark of the shelter stands on the main entrance: its word stands beside it. */
const MARK_PIXELS = 52;
const HALF_MARK: L.PointTuple = [MARK_PIXELS / 2 - 1, MARK_PIXELS / 2 - 1];
const [LEFT, RIGHT] = ['is-left', 'is-right'];

type SayEntrance = (name: string | null) => string;

/** The published shape of the chosen shelter, once the map is near enough: edge, zones and ways in, each with its word. */
export function siteLayer(map: L.Map, sayEntrance: SayEntrance) {
  map.createPane(PANE).style.zIndex = '460';
  map.createPane(WORDS_PANE).style.zIndex = '480';
  const layer = L.layerGroup().addTo(map);
  let shown: { site: PublicSite; main: Point } | null = null;
  let language: Language = 'zh-CN';

  function draw(): void {
    layer.clearLayers();
    const zoom = map.getZoom();
    if (!shown || zoom < FIRST_ZOOM) return;
    const { site, main } = shown;
    for (const part of site.boundary) outline(part, 'map-site');
    for (const { type, ring } of site.zones)
      if (ring) outline(ring, STAYING_ZONES.includes(type) ? 'map-zone is-stay' : 'map-zone');
    if (zoom < FIRST_WORDED_ZOOM) return;
    const isFree = freeRoom();
    const sign = map.latLngToLayerPoint([main.latitude, main.longitude]);
    isFree(L.bounds(sign.subtract(HALF_MARK), sign.add(HALF_MARK)));
    word(main, sayEntrance(null), `map-way-in is-main ${sideOf(main, bounds())}`, isFree);
    for (const entrance of site.entrances) word(entrance, sayEntrance(entrance.name), 'map-way-in', isFree);
    // The largest first: where words would cross, the smaller zone is named when somebody zooms in.
    const zones = site.zones.flatMap(({ type, ring }) => (ring ? [{ type, box: boxOf(ring) }] : []));
    for (const { type, box } of zones.sort((a, b) => sizeOf(b.box) - sizeOf(a.box))) {
      const label = SITE_LABELS.ZoneType[type][language === 'en' ? 1 : 0];
      placesIn(box).some((place) => word(place, label, 'map-zone-name', isFree));
    }
  }

  function outline(ring: NonNullable<PublicSite['zones'][number]['ring']>, className: string): void {
    L.polygon(
      ring.map(([longitude, latitude]) => [latitude, longitude] as L.LatLngTuple),
      { className, interactive: false, pane: PANE },
    ).addTo(layer);
  }

  /** False where there is no room for it. */
  function word(at: Point, text: string, className: string, isFree: (box: L.Bounds) => boolean): boolean {
    const place = map.latLngToLayerPoint([at.latitude, at.longitude]);
    const half = L.point((text.length * LETTER_PIXELS[language]) / 2 + 8, LINE_PIXELS / 2);
    const aside = MARK_PIXELS / 2 + half.x;
    const middle = place.add([className.endsWith(LEFT) ? -aside : className.endsWith(RIGHT) ? aside : 0, 0]);
    if (!isFree(L.bounds(middle.subtract(half), middle.add(half)))) return false;
    const html = Object.assign(document.createElement('span'), { textContent: text });
    L.marker([at.latitude, at.longitude], {
      icon: L.divIcon({ className, html, iconSize: [0, 0] }),
      interactive: false,
      keyboard: false,
      pane: WORDS_PANE,
    }).addTo(layer);
    return true;
  }

  function bounds(): L.LatLngBounds | null {
    if (!shown) return null;
    const { site, main } = shown;
    const box = L.latLngBounds([[main.latitude, main.longitude]]);
    for (const ring of [...site.boundary, ...site.zones.flatMap((zone) => (zone.ring ? [zone.ring] : []))])
      box.extend(boxOf(ring));
    for (const { latitude, longitude } of site.entrances) box.extend([latitude, longitude]);
    return box;
  }

  map.on('zoomend', draw);
  return {
    show(chosen: MapShelter | null, inLanguage: Language): void {
      const next = chosen && chosen.site && { site: chosen.site, main: chosen.location };
      if (next?.site === shown?.site && inLanguage === language) return;
      [shown, language] = [next, inLanguage];
      draw();
    },
    /** Where the whole site lies; null when nothing of it is published. */
    bounds,
  };
}

/** Answers whether a box is still free, and takes it. */
function freeRoom(): (box: L.Bounds) => boolean {
  const taken: L.Bounds[] = [];
  return (box) => {
    if (taken.some((other) => other.intersects(box))) return false;
    taken.push(box);
    return true;
  };
}

function boxOf(ring: NonNullable<PublicSite['zones'][number]['ring']>): L.LatLngBounds {
  return L.latLngBounds(ring.map(([longitude, latitude]) => [latitude, longitude] as L.LatLngTuple));
}

/** On which side of the main entrance there is less of the site to cover. */
function sideOf(main: Point, box: L.LatLngBounds | null): string {
  return box && box.getCenter().lng > main.longitude ? LEFT : RIGHT;
}

/** Where the name of a zone may stand: its middle, else half way to an edge. */
function placesIn(box: L.LatLngBounds): Point[] {
  const { lat: latitude, lng: longitude } = box.getCenter();
  const up = (box.getNorth() - latitude) / 2;
  const across = (box.getEast() - longitude) / 2;
  return [
    { latitude, longitude },
    { latitude: latitude + up, longitude },
    { latitude: latitude - up, longitude },
    { latitude, longitude: longitude - across },
    { latitude, longitude: longitude + across },
  ];
}

function sizeOf(box: L.LatLngBounds): number {
  return (box.getNorth() - box.getSouth()) * (box.getEast() - box.getWest());
}
