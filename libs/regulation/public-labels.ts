import type * as words from './enumerations.ts';

export type Language = 'zh-CN' | 'en';
type Pair = readonly [chinese: string, english: string];

export interface PublicLabels {
  OperationalStatus: Record<words.OperationalStatus, Pair>;
  HazardType: Record<words.HazardType, Pair>;
  Suitability: Record<words.Suitability, Pair>;
  ShelterGrade: Record<words.ShelterGrade, Pair>;
  DurationClass: Record<words.DurationClass, Pair>;
  SpaceType: Record<words.SpaceType, Pair>;
  StandingKind: Record<words.StandingKind, Pair>;
  SiteType: Record<words.SiteType, Pair>;
  FacilityType: Record<words.FacilityType, Pair>;
  FacilityState: Record<words.FacilityState, Pair>;
  PetPolicy: Record<words.PetPolicy, Pair>;
  Trinary: Record<words.Trinary, Pair>;
  AnnouncementOccasion: Record<words.AnnouncementOccasion, Pair>;
}

/** What residents see, Chinese first: apart from the officers' words, so that a phone need not fetch those. */
export const PUBLIC_LABELS: PublicLabels = {
  OperationalStatus: {
    STANDBY: ['未启用', 'Not activated'],
    DECIDED: ['已决定启用', 'Decided'],
    OPENING: ['正在开放', 'Opening'],
    OPEN: ['已开放', 'Open'],
    LIMITED: ['部分开放', 'Partly open'],
    FULL: ['已满', 'Full'],
    CLOSING: ['正在关闭', 'Closing'],
    CLOSED: ['已关闭', 'Closed'],
    DAMAGED: ['已受损', 'Damaged'],
  },
  HazardType: {
    EARTHQUAKE: ['地震', 'Earthquake'],
    FLOOD: ['洪水', 'Flood'],
    WATERLOGGING: ['内涝', 'Waterlogging'],
    GEOHAZARD: ['地质灾害', 'Landslide or debris flow'],
    FIRE: ['火灾', 'Fire'],
    STORM: ['大风暴雨', 'Storm'],
    STORM_SURGE: ['风暴潮', 'Storm surge'],
    TSUNAMI: ['海啸', 'Tsunami'],
    VOLCANO: ['火山', 'Volcano'],
    HIGH_TEMPERATURE: ['高温', 'Heat'],
    COLD: ['低温冰冻', 'Cold'],
    HAZMAT: ['危险化学品', 'Hazardous materials'],
    NUCLEAR: ['核事故', 'Nuclear accident'],
    OTHER: ['其他', 'Other'],
  },
  Suitability: {
    SUITABLE: ['适用', 'Suitable'],
    CONDITIONAL: ['有条件适用', 'Suitable under conditions'],
    UNSUITABLE: ['不适用', 'Unsuitable'],
    NOT_ASSESSED: ['未评估', 'Not assessed'],
  },
  ShelterGrade: {
    PROVINCIAL: ['省级', 'Provincial'],
    MUNICIPAL: ['市级', 'Municipal'],
    COUNTY: ['县级', 'County'],
    TOWNSHIP: ['乡镇级', 'Township'],
    VILLAGE: ['村级', 'Village'],
    UNKNOWN: ['级别不明', 'Unknown'],
  },
  DurationClass: {
    EMERGENCY: ['紧急避难', 'Emergency'],
    SHORT_TERM: ['短期避难', 'Short term'],
    LONG_TERM: ['长期避难', 'Long term'],
    UNKNOWN: ['时长不明', 'Unknown'],
  },
  SpaceType: {
    INDOOR: ['室内', 'Indoor'],
    OUTDOOR: ['室外', 'Outdoor'],
    MIXED: ['室内外兼有', 'Indoor and outdoor'],
    UNKNOWN: ['不明', 'Unknown'],
  },
  StandingKind: {
    PERMANENT: ['常设', 'Permanent'],
    TEMPORARY: ['临时', 'Temporary'],
    UNKNOWN: ['不明', 'Unknown'],
  },
  SiteType: {
    PARK: ['公园', 'Park'],
    GREEN_SPACE: ['绿地', 'Green space'],
    SQUARE: ['广场', 'Square'],
    STADIUM: ['体育场', 'Stadium'],
    SCHOOL: ['学校', 'School'],
    INDOOR_VENUE: ['室内公共场馆', 'Indoor public venue'],
    CIVIL_DEFENCE_BASE: ['人防疏散基地', 'Civil defence base'],
    WELFARE: ['养老、福利机构', 'Welfare institution'],
    COMMUNITY_CENTER: ['社区活动中心', 'Community centre'],
    HOTEL: ['宾馆', 'Hotel'],
    OTHER: ['其他', 'Other'],
    UNKNOWN: ['不明', 'Unknown'],
  },
  FacilityType: {
    POWER: ['应急供电', 'Power'],
    WATER: ['应急供水', 'Water'],
    SEWAGE: ['污水处理', 'Sewage'],
    TOILET: ['厕所', 'Toilets'],
    MEDICAL: ['医疗救护', 'Medical care'],
    DISINFECTION: ['卫生防疫', 'Disinfection'],
    BROADCAST: ['应急广播', 'Broadcast'],
    COMMUNICATION: ['应急通信', 'Communication'],
    COMMAND: ['应急指挥', 'Command'],
    FIRE: ['消防', 'Fire fighting'],
    LIGHTING: ['照明', 'Lighting'],
    SIGNS: ['标志标识', 'Signs'],
    VENTILATION: ['通风', 'Ventilation'],
    BARRIER_FREE_ACCESS: ['无障碍通道', 'Barrier-free access'],
  },
  FacilityState: {
    WORKING: ['正常', 'Working'],
    FAILED: ['失效', 'Failed'],
    MISSING: ['缺失', 'Missing'],
    UNKNOWN: ['不明', 'Unknown'],
  },
  PetPolicy: {
    NONE: ['不接收宠物', 'No pets'],
    COHABIT: ['可与宠物同住', 'Pets stay with people'],
    ON_SITE: ['宠物另区安置', 'Pets in a separate area'],
    UNKNOWN: ['不明', 'Unknown'],
  },
  Trinary: { YES: ['是', 'Yes'], NO: ['否', 'No'], UNKNOWN: ['不明', 'Unknown'] },
  AnnouncementOccasion: {
    ACTIVATION: ['启用公告', 'Opening'],
    AMENDMENT: ['增开公告', 'Further opening'],
    CLOSING: ['结束公告', 'End'],
  },
};

/** The label of a value as residents see it. */
export function publicLabel(enumeration: keyof PublicLabels, value: string, language: Language): string {
  return labelIn(PUBLIC_LABELS[enumeration], value, language);
}

/** The label of a value in its table; a value nobody knows is shown as it is, never hidden. */
export function labelIn(table: Readonly<Record<string, Pair>>, value: string, language: Language): string {
  const pair = Object.hasOwn(table, value) ? table[value] : undefined;
  return pair ? pair[language === 'zh-CN' ? 0 : 1] : value;
}
