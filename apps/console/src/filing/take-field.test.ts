import { expect, test } from '@jest/globals';
import { EMPTY_CONTENTS } from '#regulation/registry/contents';
import { differences, formOf, readForm } from './contents-form.ts';
import { takeField } from './take-field.ts';

const RING: [number, number][] = [
  [111.19, 34.78],
  [111.2, 34.78],
  [111.2, 34.79],
  [111.19, 34.78],
];
const ON_FILE = formOf({
  ...structuredClone(EMPTY_CONTENTS),
  name: '湖滨公园',
  aliases: ['南广场'],
  division: '湖滨街道',
  address: '黄河路 1 号',
  landmark: '车站北侧',
  position: {
    longitude: 111.19,
    latitude: 34.78,
    sourceCrs: 'WGS84',
    rawLongitude: 111.19,
    rawLatitude: 34.78,
  },
  areaSquareMeters: 24_000,
  effectiveAreaSquareMeters: 18_000,
  declaredCapacity: 6_000,
  blockedCapacity: 100,
  capacityOverride: 5_000,
  facilities: [{ type: 'WATER', quantity: 2, state: 'WORKING', maintainer: null }],
  zonePlanFileId: '00000000-0000-7000-8000-000000000001',
  contact: { name: '张建国', phone: '13803980001', phone24h: '0398-2810001' },
  publicPhone: '0398-2810002',
  suitability: [{ hazard: 'FLOOD', suitability: 'UNSUITABLE', assessedBy: null, assessedOn: '2025-05-01' }],
  siteType: 'PARK',
  spaceType: 'OUTDOOR',
  grade: 'COUNTY',
  durationClass: 'SHORT_TERM',
  standingKind: 'PERMANENT',
  petPolicy: 'COHABIT',
  barrierFree: 'YES',
  seismicEvidence: '鉴定报告',
  acceptedOn: '2020-01-02',
  handedOverOn: '2020-02-03',
  otherPaperFileIds: ['00000000-0000-7000-8000-000000000002'],
  remarks: '无',
  boundary: { parts: [RING], sourceCrs: 'GCJ02' },
  entrances: [{ name: '东门', longitude: 111.19, latitude: 34.78, barrierFree: 'YES' }],
  zones: [{ type: 'WATER', name: '供水点', areaSquareMeters: 3.5, ring: RING }],
  zonePlanPlacement: { west: 111.1, south: 34.7, east: 111.2, north: 34.8 },
  capacityBasis: { standard: 'GB 51143-2015', dated: '2015-12-03', squareMetersPerPerson: 1.5 },
  exposures: [{ hazard: 'FLOOD', description: '青龙涧河', distanceMeters: 300 }],
  standards: ['GB 51143-2015', 'GB/T 44013-2024'],
  designScheme: [{ item: 'OVERVIEW', contained: 'YES', note: '第 1 章' }],
  consultation: {
    askedBy: '自然资源局',
    askedOn: '2023-03-01',
    answeredBy: '应急管理局',
    answeredOn: '2023-03-09',
    opinion: '同意',
  },
  ownership: 'STATE',
  investment: 'MIXED',
  fundingSource: 'BUILDER',
  budget: '2023 年度',
  contributions: [
    { kind: 'DONATION', donor: '某公司', given: '发电机', valueYuan: 80_000, receivedOn: '2024-05-01' },
  ],
});

const said = (form: typeof ON_FILE) => readForm(form).input;
const FIELDS = differences(said(ON_FILE), said(formOf(structuredClone(EMPTY_CONTENTS))));

test('every field of the form differs here', () => {
  expect(FIELDS).toEqual(Object.keys(said(ON_FILE)));
});

test.each(FIELDS)('%s alone becomes what is on file, whatever else is typed', (path) => {
  const form = formOf(structuredClone(EMPTY_CONTENTS));
  const others = FIELDS.filter((other) => other !== path);
  takeField(form, ON_FILE, path);
  expect(differences(said(form), said(ON_FILE))).toEqual(others);
  // Written on in the draft, what is on file stays as it is.
  form.facilities.push({ type: 'TOILET', quantity: '', state: 'WORKING', maintainer: '' });
  expect(ON_FILE.facilities).toHaveLength(1);
});
