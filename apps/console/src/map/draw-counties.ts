import { countyBoundaries } from '#geography/boundaries/boundaries';
import L from 'leaflet';
import { watch } from 'vue';
import { language } from '../i18n/language.ts';
import { clearOf, type Box } from './clear-of.ts';

/** The schematic ground of the city with the names of its counties; the map shows one of them, or all. */
export function drawCounties(map: L.Map, focus: string | undefined): void {
  const counties = countyBoundaries();
  const style = { className: 'county', weight: 1 };
  // What is drawn beside a border does not stick to it, and a plan laid on the map stays above the ground.
  const still = { interactive: false, style, pmIgnore: true, snapIgnore: true, pane: 'tilePane' };
  const ground = L.featureGroup(counties.map(({ geometry }) => L.geoJSON(geometry, still)));
  ground.addTo(map);
  const near = counties.find(({ code }) => code === focus);
  map.fitBounds((near ? L.geoJSON(near.geometry) : ground).getBounds(), { padding: [8, 8] });

  const names = counties.map(({ geometry, name, nameEn }) => {
    const centre = L.geoJSON(geometry).getBounds().getCenter();
    const html = document.createElement('span');
    const icon = L.divIcon({ className: 'county-name', html, iconSize: [0, 0] });
    const mark = L.marker(centre, { icon, interactive: false, keyboard: false }).addTo(map);
    return { name, nameEn, centre, html, mark };
  });
  const place = (): void => {
    const controls = controlsOf(map);
    for (const { centre, html, mark } of names) {
      const { x, y } = map.latLngToContainerPoint(centre);
      const at = clearOf(
        { x, y, width: html.offsetWidth, height: html.offsetHeight },
        map.getSize(),
        controls,
      );
      mark.setLatLng(at.x === x && at.y === y ? centre : map.containerPointToLatLng([at.x, at.y]));
    }
  };
  const stop = watch(
    language,
    (now) => {
      for (const { name, nameEn, html } of names) html.textContent = now === 'en' ? nameEn : name;
      place();
    },
    { immediate: true },
  );
  map.on('moveend zoomend resize', place);
  // A map that is gone still tells the end of a move it had begun.
  map.on('unload', () => {
    stop();
    map.off('moveend zoomend resize', place);
  });
}

/** What lies over the map at its corners, in its own pixels. */
function controlsOf(map: L.Map): Box[] {
  const host = map.getContainer().getBoundingClientRect();
  return [...map.getContainer().querySelectorAll('.leaflet-control')].map((control) => {
    const { left, top, width, height } = control.getBoundingClientRect();
    return { left: left - host.left, top: top - host.top, width, height };
  });
}
