import type { ShelterContents } from '#regulation/registry/contents';
import type { Ring } from '#regulation/site/contents';
import type { Content } from 'pdfmake';
import { counted } from './contents-facts.ts';
import { list } from './sheet.ts';
import { zoneName } from './site-facts.ts';
import type { Words } from './words.ts';

/** Points, within the margins of a landscape sheet and beside the table. */
const FIELD = { width: 430, height: 390, edge: 14 } as const;
const NICE_METERS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];
/** Points a Chinese character of the plan is wide. */
const LETTER = 8.5;
/** Metres a degree of latitude has, near enough for a sheet of paper. */
const METERS_PER_DEGREE = 111_195;

type Spot = { x: number; y: number };

/** The site as it was drawn on the map: boundary, numbered zones, ways in, scale and north; null where nothing was drawn. */
export function sitePlan(words: Words, contents: ShelterContents): Content[] | null {
  const { boundary, zones, entrances, position } = contents;
  const parts = boundary?.parts ?? [];
  const drawn = zones.flatMap(({ ring }, index) => (ring ? [{ ring, number: index + 1 }] : []));
  if (parts.length === 0 && drawn.length === 0) return null;
  const ways = [
    ...(position ? [{ ...position, name: '主出入口' }] : []),
    ...entrances.map(({ name, longitude, latitude }) => ({ longitude, latitude, name: name || '出入口' })),
  ];
  const outlines = [...parts, ...drawn.map(({ ring }) => ring)];
  const { spot, pointsPerMeter } = project([...outlines.flat(), ...waysBeside(outlines.flat(), ways)]);
  const shape = (ring: Ring, style: Record<string, unknown>) => ({
    type: 'polyline',
    closePath: true,
    points: ring.slice(0, -1).map(([longitude, latitude]) => spot(longitude, latitude)),
    ...style,
  });
  const onField = ways
    .map((way) => ({ ...way, at: spot(way.longitude, way.latitude) }))
    .filter(({ at }) => at.x >= 0 && at.y >= 0 && at.x <= FIELD.width && at.y <= FIELD.height);
  const bar = NICE_METERS.findLast((meters) => meters * pointsPerMeter <= FIELD.width / 4) ?? 1;
  const canvas = [
    { type: 'rect', x: 0, y: 0, w: FIELD.width, h: FIELD.height, lineWidth: 0.5 },
    ...parts.map((ring) => shape(ring, { lineWidth: 2 })),
    ...drawn.map(({ ring }) => shape(ring, { lineWidth: 0.8, color: '#eeeeee', lineColor: '#000000' })),
    ...onField.map(({ at }) => ({
      type: 'ellipse',
      ...at,
      r1: 3.5,
      r2: 3.5,
      lineWidth: 1.5,
      color: '#ffffff',
      lineColor: '#000000',
    })),
    scaleLine(bar * pointsPerMeter),
    ...northArrow(),
  ];
  const said = [
    ...drawn.map(({ ring, number }) => at(words, middleOf(ring, spot), String(number), true)),
    ...onField.map(({ at: place, name }) => at(words, beside(place, name), name, false)),
    at(words, { x: 12, y: FIELD.height - 26 }, `${bar} 米`, false),
    at(words, { x: FIELD.width - 34, y: FIELD.height - 23 }, '北', false),
  ];
  return [
    {
      columnGap: 12,
      columns: [
        { width: FIELD.width, stack: [{ canvas }, ...said] },
        { width: '*', stack: [zoneTable(words, contents)] },
      ],
    },
  ];
}

function zoneTable(words: Words, { zones }: ShelterContents): Content {
  return list(
    words,
    [22, '*', 62],
    ['号', '功能区', '面积'],
    zones.map(({ type, name, areaSquareMeters }, index) => [
      index + 1,
      zoneName(type, name),
      counted(areaSquareMeters, 'm²'),
    ]),
  );
}

/** To the right of a way in; near the right edge to its left, so that it stays on the field. */
function beside({ x, y }: Spot, name: string): Spot {
  const length = Array.from(name).length * LETTER;
  return { x: x + 8 + length > FIELD.width ? x - 8 - length : x + 8, y: y - 6 };
}

/** A word at a spot of the field that stands just above it in the flow. */
function at(words: Words, { x, y }: Spot, text: string, bold: boolean): Content {
  return words.text(text, {
    fontSize: LETTER,
    bold,
    relativePosition: { x: x - 2, y: y - FIELD.height - 6 },
  });
}

/** A gate stands at the edge or a little outside of it: the sheet is wide enough for it. What is far off is left out. */
function waysBeside(outline: Ring, ways: readonly { longitude: number; latitude: number }[]): Ring {
  const { west, east, south, north } = extentOf(outline);
  const [aside, above] = [(east - west) / 2, (north - south) / 2];
  return ways
    .map(({ longitude, latitude }): Ring[number] => [longitude, latitude])
    .filter(([x, y]) => x > west - aside && x < east + aside && y > south - above && y < north + above);
}

function extentOf(points: Ring) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) };
}

function project(points: Ring): {
  spot: (longitude: number, latitude: number) => Spot;
  pointsPerMeter: number;
} {
  const { west, east, south, north } = extentOf(points);
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const wide = Math.max((east - west) * squeeze * METERS_PER_DEGREE, 1);
  const high = Math.max((north - south) * METERS_PER_DEGREE, 1);
  const room = { width: FIELD.width - 2 * FIELD.edge, height: FIELD.height - 2 * FIELD.edge - 30 };
  const pointsPerMeter = Math.min(room.width / wide, room.height / high);
  const left = FIELD.edge + (room.width - wide * pointsPerMeter) / 2;
  const top = FIELD.edge + (room.height - high * pointsPerMeter) / 2;
  return {
    pointsPerMeter,
    spot: (longitude, latitude) => ({
      x: left + (longitude - west) * squeeze * METERS_PER_DEGREE * pointsPerMeter,
      y: top + (north - latitude) * METERS_PER_DEGREE * pointsPerMeter,
    }),
  };
}

function middleOf(ring: Ring, spot: (longitude: number, latitude: number) => Spot): Spot {
  const spots = ring.slice(0, -1).map(([longitude, latitude]) => spot(longitude, latitude));
  const mean = (axis: 'x' | 'y') => spots.reduce((sum, one) => sum + one[axis], 0) / spots.length;
  return { x: mean('x'), y: mean('y') };
}

function scaleLine(length: number): Record<string, unknown> {
  const [left, low] = [12, FIELD.height - 10];
  const points = [
    { x: left, y: low - 5 },
    { x: left, y: low },
    { x: left + length, y: low },
    { x: left + length, y: low - 5 },
  ];
  return { type: 'polyline', points, lineWidth: 1 };
}

/** Below the drawing, beside the scale: nothing is drawn over it. */
function northArrow(): Record<string, unknown>[] {
  const [x, top] = [FIELD.width - 14, FIELD.height - 25];
  const points = [
    { x, y: top },
    { x: x + 5, y: top + 16 },
    { x, y: top + 12 },
    { x: x - 5, y: top + 16 },
  ];
  return [{ type: 'polyline', closePath: true, points, lineWidth: 1, color: '#000000' }];
}
