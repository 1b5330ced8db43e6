import type { Language } from '#regulation/labels';
import { EXAMPLE_MARK, OWN_FIELDS, ownHeading, REQUIRED_FIELDS } from '../profiles/own-columns.ts';
import { wordsOf, type Word } from '../profiles/own-words.ts';

/** A column of the template: what it is called, how it is filled in, and the words it chooses from. */
export interface TemplateField {
  readonly field: string;
  readonly heading: string;
  readonly required: boolean;
  readonly note: string;
  /** Empty where anything may be written. */
  readonly words: readonly string[];
  /** One of the words; else any number of them, with 、 between. */
  readonly one: boolean;
  readonly example: string | number | null;
}

type Pair = readonly [chinese: string, english: string];
interface Sample {
  readonly note: Pair;
  readonly example?: Pair | number;
}

const ONE: Readonly<Record<string, Word>> = {
  'position.sourceCrs': 'Crs',
  siteType: 'SiteType',
  spaceType: 'SpaceType',
  grade: 'ShelterGrade',
  durationClass: 'DurationClass',
  standingKind: 'StandingKind',
  petPolicy: 'PetPolicy',
  barrierFree: 'Trinary',
  ownership: 'Ownership',
  investment: 'Investment',
  fundingSource: 'FundingSource',
};
const SEVERAL: Readonly<Record<string, Word>> = {
  suitability: 'HazardType',
  conditional: 'HazardType',
  unsuitable: 'HazardType',
  facilities: 'FacilityType',
  zones: 'ZoneType',
};

const CHOOSE: Pair = [
  '从下拉列表选择；不清楚的选“不明”。',
  'Choose from the list; UNKNOWN when it is not known.',
];
const HAZARDS: Pair = [
  '可填几种，用顿号隔开；没有评估过的不填。',
  'One or more with commas between; none when not assessed.',
];
const DAY: Pair = ['年-月-日，如 2022-01-24。', 'Year-month-day, as in 2022-01-24.'];
const SQUARE_METRES: Pair = ['单位：平方米，只填数字。', 'Square metres, digits only.'];
const PHONE: Pair = ['区号-号码，或手机号。', 'Area code and number, or a mobile number.'];

/** How each column is filled in, where its heading does not say it. The examples make one shelter that does not exist. */
const SAMPLES: Readonly<Record<string, Sample>> = {
  sourceId: {
    note: [
      '本单位的编号，同一编号表示同一场所；再次导入时据此更新。',
      'Your own number. The same number means the same place and is updated.',
    ],
    example: [EXAMPLE_MARK['zh-CN'], EXAMPLE_MARK.en],
  },
  unitId: {
    note: ['单位全称。', 'The full name of the owner or manager.'],
    example: ['示例中学', 'Example School'],
  },
  name: {
    note: ['场所全称。', 'The full name of the shelter.'],
    example: ['示例中学操场', 'Example School Field'],
  },
  aliases: { note: ['可填几个，用顿号隔开。', 'One or more with commas between.'] },
  division: {
    note: ['乡镇（街道）、社区（村）。', 'Township and community.'],
    example: ['示例街道', 'Example Township'],
  },
  address: {
    note: ['详细到门牌。', 'Down to the house number.'],
    example: ['示例路 1 号', '1 Example Road'],
  },
  'position.longitude': {
    note: ['主要入口处，度，小数点后至少 4 位。', 'At the main entrance, degrees, four decimals or more.'],
    example: 111.2001,
  },
  'position.latitude': {
    note: ['主要入口处，度，小数点后至少 4 位。', 'At the main entrance, degrees, four decimals or more.'],
    example: 34.7791,
  },
  'position.sourceCrs': {
    note: ['坐标取自哪里就选哪种；不填按 WGS 84。', 'Where the pair was taken from; WGS 84 when left empty.'],
  },
  areaSquareMeters: { note: SQUARE_METRES, example: 12_000 },
  effectiveAreaSquareMeters: { note: SQUARE_METRES, example: 8_000 },
  declaredCapacity: {
    note: [
      '单位：人，只填数字；不清楚的不填，不要填 0。',
      'Persons, digits only. Leave it empty when not known, never 0.',
    ],
    example: 3_000,
  },
  facilities: {
    note: [
      '种类 数量 状态，用顿号隔开，如：供水 2 正常、厕所 10。',
      'Kind, number, state, with commas between: Water 2 working, Toilets 10.',
    ],
  },
  'contact.phone': { note: PHONE, example: ['0398-0000000', '0398-0000000'] },
  'contact.phone24h': { note: PHONE },
  publicPhone: { note: ['会向公众公开。', 'Is shown to the public.'] },
  suitability: { note: HAZARDS, example: ['地震', 'Earthquake'] },
  conditional: { note: HAZARDS },
  unsuitable: { note: HAZARDS },
  zones: {
    note: [
      '种类 面积（平方米），用顿号隔开，如：宿住区 3000、集散区 1500。',
      'Kind and area in square metres, with commas between: Lodging 3000, Assembly 1500.',
    ],
  },
  'capacityBasis.dated': { note: DAY },
  'capacityBasis.squareMetersPerPerson': {
    note: ['单位：平方米/人，按所执行的标准。', 'Square metres a person, by the standard followed.'],
  },
  standards: {
    note: ['标准号和年份，几项用顿号隔开。', 'Number and year, several with semicolons between.'],
  },
  budget: { note: ['如：湖滨区 2025 年度预算。', 'Such as: district budget of 2025.'] },
  acceptedOn: { note: DAY, example: ['2022-01-24', '2022-01-24'] },
  handedOverOn: { note: DAY },
};

/** The columns of the template in their order. A position in one column is for lists of others. */
export function templateFields(language: Language, jurisdictions: readonly string[]): TemplateField[] {
  const say = (pair: Pair) => pair[language === 'zh-CN' ? 0 : 1];
  return OWN_FIELDS.filter((field) => field !== 'coordinates').map((field) => {
    const word = ONE[field] ?? SEVERAL[field];
    const { note = word ? CHOOSE : null, example = null } = SAMPLES[field] ?? {};
    const words = field === 'jurisdictionCode' ? jurisdictions : word ? wordsOf(word, language) : [];
    const one = field in ONE || field === 'jurisdictionCode';
    const chosen = one ? (words[0] ?? null) : null;
    return {
      field,
      heading: ownHeading(field, language),
      required: REQUIRED_FIELDS.includes(field),
      note: note ? say(note) : '',
      words,
      one,
      example: typeof example === 'object' && example ? say(example) : (example ?? chosen),
    };
  });
}
