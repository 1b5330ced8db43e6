import { greatCircleKilometers, type Degrees } from './great-circle.ts';

/** Points are gathered into cells of a quarter degree (about 28 km) so that a prefecture is a few hundred places. */
const CELL_DEGREES = 0.25;

interface Place extends Degrees {
  points: number;
  /** Points here and in the eight cells around: a village on the edge of a cell is no smaller for it. */
  around: number;
  group: number;
}

export interface Groups {
  /** The group of the point at this index. */
  of(index: number): number;
  /** Points in a group. */
  size(group: number): number;
  /** The group with the most points: the body of the division. */
  largest: number;
}

/**
 * Gathers points into groups that hang together in steps of at most `stepKilometers`, from one place with at least
 * `steppingStone` points in and around it to the next. A place with fewer joins the group it can step from, and leads nowhere.
 */
export function groupsOf(
  points: readonly Degrees[],
  { stepKilometers, steppingStone }: { stepKilometers: number; steppingStone: number },
): Groups {
  const { places, placeOf } = gather(points);
  const stones = places.filter((place) => place.around >= steppingStone);
  let group = 0;
  for (const stone of stones) if (stone.group < 0) spread(stone, group++, stones, stepKilometers);
  for (const place of places) {
    if (place.group >= 0) continue;
    const from = stones.find((stone) => greatCircleKilometers(stone, place) <= stepKilometers);
    place.group = from ? from.group : group++;
  }
  const sizes = Array.from({ length: group }, () => 0);
  for (const place of places) sizes[place.group] = (sizes[place.group] ?? 0) + place.points;
  return {
    of: (index) => placeOf[index]?.group ?? -1,
    size: (wanted) => sizes[wanted] ?? 0,
    largest: sizes.indexOf(Math.max(...sizes)),
  };
}

function gather(points: readonly Degrees[]): { places: Place[]; placeOf: Place[] } {
  const cells = new Map<string, Place>();
  const placeOf = points.map(({ longitude, latitude }) => {
    const key = cellKey(longitude, latitude, 0, 0);
    const place = cells.get(key) ?? { longitude: 0, latitude: 0, points: 0, around: 0, group: -1 };
    cells.set(key, place);
    place.points += 1;
    place.longitude += (longitude - place.longitude) / place.points;
    place.latitude += (latitude - place.latitude) / place.points;
    return place;
  });
  const places = [...cells.values()];
  for (const place of places) {
    for (const east of [-1, 0, 1]) {
      for (const north of [-1, 0, 1]) {
        place.around += cells.get(cellKey(place.longitude, place.latitude, east, north))?.points ?? 0;
      }
    }
  }
  return { places, placeOf };
}

function cellKey(longitude: number, latitude: number, east: number, north: number): string {
  return `${Math.floor(longitude / CELL_DEGREES) + east},${Math.floor(latitude / CELL_DEGREES) + north}`;
}

function spread(first: Place, group: number, stones: readonly Place[], stepKilometers: number): void {
  first.group = group;
  const reached = [first];
  for (const from of reached) {
    for (const stone of stones) {
      if (stone.group >= 0 || greatCircleKilometers(from, stone) > stepKilometers) continue;
      stone.group = group;
      reached.push(stone);
    }
  }
}
