import * as words from '#regulation/enumerations';
import { label, LABELS, type Enumeration, type Language } from '#regulation/labels';
import { FUNDING_SOURCES, INVESTMENTS, OWNERSHIPS, ZONE_TYPES } from '#regulation/site/words';
import { CRSS } from '#geography/crs';

/** What people write besides the label: short forms, and the words of other forms in use. */
const ALSO: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Crs: {
    wgs84: 'WGS84',
    'wgs-84': 'WGS84',
    gps: 'WGS84',
    国家2000: 'CGCS2000',
    '2000国家大地坐标系': 'CGCS2000',
    gcj02: 'GCJ02',
    'gcj-02': 'GCJ02',
    高德: 'GCJ02',
    高德地图: 'GCJ02',
    腾讯: 'GCJ02',
    火星坐标: 'GCJ02',
    bd09: 'BD09',
    'bd-09': 'BD09',
    百度: 'BD09',
    百度地图: 'BD09',
  },
  SpaceType: { 室内外: 'MIXED', 室内和室外: 'MIXED', 户外: 'OUTDOOR', 场地型: 'OUTDOOR', 场所型: 'INDOOR' },
  Trinary: { 有: 'YES', 无: 'NO', y: 'YES', n: 'NO', '1': 'YES', '0': 'NO' },
  ShelterGrade: {
    省: 'PROVINCIAL',
    市: 'MUNICIPAL',
    县: 'COUNTY',
    区级: 'COUNTY',
    街道级: 'TOWNSHIP',
    社区级: 'VILLAGE',
  },
  DurationClass: { 紧急: 'EMERGENCY', 短期: 'SHORT_TERM', 长期: 'LONG_TERM' },
  SiteType: {
    体育馆: 'INDOOR_VENUE',
    体育场馆: 'STADIUM',
    中小学: 'SCHOOL',
    社区中心: 'COMMUNITY_CENTER',
    酒店: 'HOTEL',
  },
  HazardType: {
    洪涝: 'FLOOD',
    洪灾: 'FLOOD',
    水灾: 'FLOOD',
    滑坡: 'GEOHAZARD',
    泥石流: 'GEOHAZARD',
    暴雨: 'STORM',
    台风: 'STORM',
  },
};

const VALUES = {
  Crs: CRSS,
  SpaceType: words.SPACE_TYPES,
  SiteType: words.SITE_TYPES,
  ShelterGrade: words.SHELTER_GRADES,
  DurationClass: words.DURATION_CLASSES,
  StandingKind: words.STANDING_KINDS,
  PetPolicy: words.PET_POLICIES,
  Trinary: words.TRINARIES,
  HazardType: words.HAZARD_TYPES,
  Suitability: words.SUITABILITIES,
  FacilityType: words.FACILITY_TYPES,
  FacilityState: words.FACILITY_STATES,
  ZoneType: ZONE_TYPES,
  Ownership: OWNERSHIPS,
  Investment: INVESTMENTS,
  FundingSource: FUNDING_SOURCES,
} as const satisfies Partial<Record<Enumeration, readonly string[]>>;

export type Word = keyof typeof VALUES;
export type ValueOf<W extends Word> = (typeof VALUES)[W][number];

const TABLES = new Map<Word, Map<string, string>>(
  (Object.keys(VALUES) as Word[]).map((word) => [word, tableOf(word)]),
);

function tableOf(word: Word): Map<string, string> {
  const labels: Readonly<Record<string, readonly [string, string]>> = LABELS[word];
  const table = new Map<string, string>(Object.entries(ALSO[word] ?? {}));
  for (const value of VALUES[word]) {
    const [chinese = value, english = value] = labels[value] ?? [];
    for (const name of [value, chinese, english]) table.set(plainWord(name), value);
  }
  return table;
}

/** The value a word stands for: its code or label in either language, or a usual short form; else null. */
export function readWord<W extends Word>(word: W, text: string): ValueOf<W> | null {
  return (TABLES.get(word)?.get(plainWord(text)) ?? null) as ValueOf<W> | null;
}

/** The values of an enumeration that a list may name. */
export function valuesOf(word: Word): readonly string[] {
  return VALUES[word];
}

/** Every value of an enumeration in the words of a language. */
export function wordsOf(word: Word, language: Language): string[] {
  return VALUES[word].map((value) => label(word, value, language));
}

/** Half-width, lower case, without what stands in brackets. */
function plainWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^)]*\)|\s/gu, '');
}
