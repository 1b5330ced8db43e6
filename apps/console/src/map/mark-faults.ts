import L from 'leaflet';
import { watch, type Ref } from 'vue';

/** What is wrong with where a shape lies. */
export interface ShapeFault {
  /** Path of its ring; null = the one that is being drawn. */
  key: string | null;
  kind: 'CROSSING' | 'OVER';
  /** Where it crosses itself; null = the shape as a whole. */
  at: { longitude: number; latitude: number } | null;
}

const CLASSES = { CROSSING: 'crosses', OVER: 'reaches-over' } as const;

/** Marks shapes on the map by outline and, where a line crosses itself, by a cross; `lineOf` finds what is drawn. */
export function markFaults(
  map: Ref<L.Map | null>,
  faults: () => readonly ShapeFault[],
  lineOf: (key: string | null) => L.Path | null,
  /** Changes whenever the lines were drawn anew. */
  drawn: () => unknown,
): void {
  const crosses = L.layerGroup();
  let marked: Element[] = [];
  watch(
    [map, faults, drawn],
    ([here, given]) => {
      crosses.clearLayers();
      for (const element of marked) element.classList.remove(...Object.values(CLASSES));
      marked = [];
      if (!here) return;
      crosses.addTo(here);
      for (const { key, kind, at } of given) {
        const element = lineOf(key)?.getElement();
        element?.classList.add(CLASSES[kind]);
        if (element) marked.push(element);
        if (at) crossAt([at.latitude, at.longitude]).addTo(crosses);
      }
    },
    { immediate: true, flush: 'post' },
  );
}

function crossAt(at: L.LatLngTuple): L.Marker {
  const icon = L.divIcon({ className: 'crossing-mark', html: CROSS, iconSize: [24, 24] });
  // A tap on it is a tap on the map: it must not hold up whoever draws on.
  return L.marker(at, { icon, interactive: false, keyboard: false, pmIgnore: true, snapIgnore: true });
}

const CROSS =
  '<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><circle cx="12" cy="12" r="10" fill="var(--ground)" stroke="var(--alert-ink)" stroke-width="2"/><path d="m8 8 8 8m0-8-8 8" stroke="var(--alert-ink)" stroke-width="2.5" stroke-linecap="round"/></svg>';
