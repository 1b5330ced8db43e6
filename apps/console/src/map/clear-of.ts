/** A box in the pixels of a map, from its corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Label {
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels between a label and what it keeps clear of. */
const GAP = 4;

/**
 * Where the middle of a label goes so that the edge of the map does not cut it and no control lies over it. One that is out
 * of the map altogether stays there: it names what is not shown.
 */
export function clearOf(
  label: Label,
  map: { readonly x: number; readonly y: number },
  controls: readonly Box[],
): { x: number; y: number } {
  const [wide, high] = [label.width / 2, label.height / 2];
  const isOut = label.x < -wide || label.x > map.x + wide || label.y < -high || label.y > map.y + high;
  if (isOut) return { x: label.x, y: label.y };
  const x = within(label.x, wide + GAP, map.x - wide - GAP);
  const y = within(label.y, high + GAP, map.y - high - GAP);
  const over = controls.find(
    (box) =>
      x + wide > box.left - GAP &&
      x - wide < box.left + box.width + GAP &&
      y + high > box.top - GAP &&
      y - high < box.top + box.height + GAP,
  );
  if (!over) return { x, y };
  // Controls stand in the corners: beside them, towards the middle, there is room.
  const isLeft = over.left + over.width / 2 < map.x / 2;
  return { x: isLeft ? over.left + over.width + GAP + wide : over.left - GAP - wide, y };
}

function within(value: number, least: number, most: number): number {
  return Math.max(Math.min(value, most), least);
}
