const METERS_PER_DEGREE = 111_320;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const NARROWEST_PIXELS = 56;
const WIDEST_VIEW_STEPS = 60;

export interface GridArea {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The finest round number of metres whose squares are still wide enough to see; null where none is. */
export function gridStep(metersPerPixel: number): number | null {
  return STEPS.find((step) => step / metersPerPixel >= NARROWEST_PIXELS) ?? null;
}

/** Meridians and parallels `step` metres apart over an area, always the same ones: the grid stays where the ground is. */
export function gridLines(area: GridArea, step: number): { longitudes: number[]; latitudes: number[] } {
  const up = step / METERS_PER_DEGREE;
  // A degree of longitude shrinks to the north; within a tenth of a degree by less than a line is wide.
  const parallel = Math.round(area.south * 10) / 10;
  const across = up / Math.max(0.01, Math.cos((parallel * Math.PI) / 180));
  return {
    longitudes: multiples(area.west, area.east, across),
    latitudes: multiples(area.south, area.north, up),
  };
}

function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.min(WIDEST_VIEW_STEPS, Math.max(0, Math.floor(to / step) - first + 1));
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}
