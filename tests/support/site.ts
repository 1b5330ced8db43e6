/** Corners as longitude and latitude, the last one the first again. */
export type Ring = [number, number][];

const [WEST, SOUTH] = [111.195, 34.781];

/** A rectangle of so many ten-thousandths of a degree, with its lower left corner so far from the site's own. */
export function rectangle(width: number, height: number, east = 0, north = 0): Ring {
  const [left, bottom] = [WEST + east / 1e4, SOUTH + north / 1e4];
  const [right, top] = [left + width / 1e4, bottom + height / 1e4];
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
    [left, bottom],
  ].map(([x = 0, y = 0]) => [Number(x.toFixed(7)), Number(y.toFixed(7))]) as Ring;
}

/** About 183 by 111 m. */
export const BOUNDARY = { parts: [rectangle(20, 10)], sourceCrs: 'GCJ02' };
/** Everything the form asks of a site (Art. 5, 6, 10, 11, 14), as a unit would tell it. */
export const SITE = {
  boundary: BOUNDARY,
  entrances: [{ name: '东门', longitude: 111.1969, latitude: 34.7815, barrierFree: 'YES' }],
  zones: [
    { type: 'LODGING', name: '一区', areaSquareMeters: 3_000, ring: rectangle(8, 4, 1, 1) },
    { type: 'ASSEMBLY', name: null, areaSquareMeters: 1_501, ring: null },
    { type: 'WATER', name: '供水点', areaSquareMeters: null, ring: rectangle(1, 1, 15, 5) },
  ],
  zonePlanPlacement: { west: 111.195, south: 34.781, east: 111.197, north: 34.782 },
  capacityBasis: { standard: 'GB 51143-2015', dated: '2015-12-03', squareMetersPerPerson: 2 },
  exposures: [{ hazard: 'FLOOD', description: '距黄河', distanceMeters: 900 }],
  standards: ['GB 51143-2015 防灾避难场所设计规范'],
  designScheme: [{ item: 'OVERVIEW', contained: 'YES', note: '第 1 章' }],
  consultation: {
    askedBy: '湖滨区自然资源局',
    askedOn: '2023-03-01',
    answeredBy: '湖滨区应急管理局',
    answeredOn: '2023-03-10',
    opinion: '同意',
  },
  ownership: 'STATE',
  investment: 'MIXED',
  fundingSource: 'BUILDER',
  budget: '湖滨区 2023 年度',
  contributions: [
    {
      kind: 'DONATION',
      donor: '密捐企业',
      given: '发电机 2 台',
      valueYuan: 80_000.5,
      receivedOn: '2024-05-01',
    },
  ],
};
