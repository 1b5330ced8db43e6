import type { Point } from '#geography/distance';
import { EMPTY_SITE, type Pair, type Ring, type SiteContents, type Zone } from '#regulation/site/contents';

/** Metres east and north of the main entrance. */
type Offset = readonly [east: number, north: number];
type Outline = readonly Offset[];

/** A drawn site of the demo, in metres around the shelter's point, which is its main entrance. */
interface DemoSite {
  readonly parts: readonly Outline[];
  readonly entrances: readonly (readonly [name: string, at: Offset, barrierFree: 'YES' | 'NO' | 'UNKNOWN'])[];
  readonly zones: readonly (readonly [
    type: Zone['type'],
    name: string,
    squareMeters: number | null,
    outline: Outline | null,
  ])[];
  readonly squareMetersPerPerson: number;
}

const METERS_PER_DEGREE = 111_195;
const STANDARD = 'GB 51143-2015 防灾避难场所设计规范';
const STANDARD_DATED = '2015-12-03';

/** West, south, east, north. */
function box(west: number, south: number, east: number, north: number): Outline {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

/** By place in the list: a sports hall of a school, a square, and a school with its field across the path. */
const DEMO_SITES: Readonly<Record<number, DemoSite>> = {
  1: {
    parts: [box(-2, -20, 58, 20)],
    entrances: [
      ['南侧疏散门', [30, -20], 'NO'],
      ['东侧平层门', [58, 4], 'YES'],
    ],
    zones: [
      ['LODGING', '宿住区（主馆）', 1_280, box(12, -18, 52, 14)],
      ['MANAGEMENT', '管理登记处', 96, box(0, -6, 8, 6)],
      ['MEDICAL', '医疗救护点', 90, box(0, 8, 9, 18)],
      ['SUPPLY_STORE', '物资储备间', 90, box(0, -18, 9, -8)],
      ['TOILET', '卫生间', null, null],
    ],
    squareMetersPerPerson: 2,
  },
  6: {
    parts: [
      [
        [-66, -3],
        [74, -3],
        [82, 5],
        [82, 95],
        [-74, 95],
        [-74, 5],
      ],
    ],
    entrances: [
      ['东入口', [82, 46], 'YES'],
      ['北侧台阶', [10, 95], 'NO'],
    ],
    zones: [
      ['ASSEMBLY', '集散区', 5_400, box(-60, 18, 30, 78)],
      ['MEDICAL', '医疗救护区', 400, box(48, 60, 68, 80)],
      ['SUPPLY_POINT', '物资发放点', 300, box(48, 28, 68, 43)],
      ['WATER', '应急供水点', 60, box(-72, 60, -66, 70)],
      ['TOILET', '应急厕所', 150, box(-72, 80, -57, 90)],
      ['COMMAND', '指挥部', 96, box(12, 2, 24, 10)],
    ],
    squareMetersPerPerson: 1,
  },
  44: {
    parts: [box(-60, -4, 60, 86), box(-48, 96, 52, 166)],
    entrances: [
      ['操场南门', [0, 96], 'YES'],
      ['西侧校门', [-60, 50], 'UNKNOWN'],
    ],
    zones: [
      ['LODGING', '棚宿区（操场）', 5_400, box(-42, 102, 48, 162)],
      ['LODGING', '宿住区（教学楼）', 4_000, box(-50, 36, 30, 86)],
      ['COMMAND', '指挥管理区', 300, box(34, 66, 54, 81)],
      ['MEDICAL', '校医室', 120, box(38, 44, 50, 54)],
      ['PARKING', '应急停车区', 600, box(20, 4, 50, 24)],
      ['WATER', '应急供水点', null, box(-44, 10, -36, 18)],
    ],
    squareMetersPerPerson: 2,
  },
};

/** The places of the list that have a drawn site. */
export const DRAWN_PLACES: readonly number[] = Object.keys(DEMO_SITES).map(Number);

/** What the filing of an invented shelter says of its site; blank where the demo draws none. */
export function demoSite(place: number, mainEntrance: Point): SiteContents {
  const drawn = DEMO_SITES[place];
  if (!drawn) return EMPTY_SITE;
  const ring = (outline: Outline) => ringOf(mainEntrance, outline);
  return {
    ...EMPTY_SITE,
    boundary: { parts: drawn.parts.map(ring), sourceCrs: 'CGCS2000' },
    entrances: drawn.entrances.map(([name, at, barrierFree]) => {
      const [longitude, latitude] = degreesOf(mainEntrance, at);
      return { name, longitude, latitude, barrierFree };
    }),
    zones: drawn.zones.map(([type, name, areaSquareMeters, outline]) => ({
      type,
      name,
      areaSquareMeters,
      ring: outline && ring(outline),
    })),
    capacityBasis: {
      standard: STANDARD,
      dated: STANDARD_DATED,
      squareMetersPerPerson: drawn.squareMetersPerPerson,
    },
    standards: [STANDARD],
    ownership: 'STATE',
    investment: 'GOVERNMENT',
    fundingSource: 'BUILDER',
    budget: '演示预算',
  };
}

function ringOf(origin: Point, outline: Outline): Ring {
  const points = outline.map((offset) => degreesOf(origin, offset));
  return [...points, ...points.slice(0, 1)];
}

/** Flat, which over a site is exact to centimetres; seven decimals are one. */
function degreesOf({ longitude, latitude }: Point, [east, north]: Offset): Pair {
  const perDegreeEast = METERS_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
  return [
    Number((longitude + east / perDegreeEast).toFixed(7)),
    Number((latitude + north / METERS_PER_DEGREE).toFixed(7)),
  ];
}
