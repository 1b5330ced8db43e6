import { misplaced, type DividedPoint, type Misplacement } from '#regulation/import/misplaced';
import type { MappedRow, NamedDivision } from '../profiles/profile.ts';
import { readList } from '../reading/read-list.ts';
import type { ReadOrder, SheetHead } from '../reading/worker-messages.ts';

/** A county's list stays in memory between the two times it is needed; a longer one is read again. */
const KEPT_ROWS = 12_000;

/** A point too far from the rest of its county-level division. */
export interface HeldPoint extends Misplacement {
  readonly county: string;
}

/** What only shows when the whole list has been read; nothing is written before that. */
export interface Survey {
  readonly head: SheetHead;
  readonly total: number;
  readonly divisions: ReadonlyMap<string, NamedDivision>;
  /** By row: an earlier row with the same name and kind of space at the same place. */
  readonly alike: ReadonlyMap<number, number>;
  readonly held: ReadonlyMap<number, HeldPoint>;
  /** All rows, or null when there are too many to keep. */
  readonly rows: readonly MappedRow[] | null;
}

/** Reads the list through once. Throws ListUnreadable when the file as a whole cannot be taken. */
export async function surveyList(order: ReadOrder): Promise<Survey> {
  const divisions = new Map<string, NamedDivision>();
  const rowOfPlace = new Map<string, number>();
  const alike = new Map<number, number>();
  const points: DividedPoint[] = [];
  let head: SheetHead | undefined;
  let total = 0;
  let rows: MappedRow[] | null = [];
  for await (const portion of readList(order)) {
    head = portion.head;
    total += portion.rows.length;
    if (total > KEPT_ROWS) rows = null;
    rows?.push(...portion.rows);
    for (const row of portion.rows) {
      divisions.set(divisionKey(row.division), row.division);
      const place = placeKey(row);
      if (place !== null) noteFirst(rowOfPlace, place, row.row, alike);
      const point = pointOf(row);
      if (point) points.push(point);
    }
  }
  if (!head) throw new Error('a list without rows was not refused');
  const countyOf = new Map(points.map(({ id, division }) => [id, division]));
  const held = new Map(
    [...misplaced(points)].map(([id, misplacement]) => [
      Number(id),
      { ...misplacement, county: countyOf.get(id) ?? '' },
    ]),
  );
  return { head, total, divisions, alike, held, rows };
}

export function divisionKey({ code, name }: NamedDivision): string {
  return `${code ?? ''}\n${name ?? ''}`;
}

function noteFirst(first: Map<string, number>, key: string, row: number, again: Map<number, number>): void {
  const earlier = first.get(key);
  if (earlier === undefined) first.set(key, row);
  else again.set(row, earlier);
}

/** About eleven metres: what stands nearer under the same name is probably the same. */
function placeKey({ contents: { name, spaceType, position } }: MappedRow): string | null {
  return (
    position && `${name}\n${spaceType}\n${position.longitude.toFixed(4)}\n${position.latitude.toFixed(4)}`
  );
}

/** A zero is refused for itself and says nothing about where the others are. */
function pointOf({ row, county, contents: { position } }: MappedRow): DividedPoint | null {
  if (!position || position.longitude === 0 || position.latitude === 0) return null;
  if (Math.abs(position.longitude) > 180 || Math.abs(position.latitude) > 90) return null;
  return { id: String(row), division: county, longitude: position.longitude, latitude: position.latitude };
}
