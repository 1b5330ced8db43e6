import type * as words from './enumerations.ts';
import { DEREGISTRATION_LABELS, type DeregistrationLabels } from './deregistration/labels.ts';
import { REBUILD_LABELS, type RebuildLabels } from './rebuild/labels.ts';
import { MAINTENANCE_LABELS, type MaintenanceLabels } from './maintenance/labels.ts';
import { SITE_LABELS, type SiteLabels } from './site/labels.ts';
import { YEAR_LABELS, type YearLabels } from './upkeep/labels.ts';

export type Language = 'zh-CN' | 'en';
type Pair = readonly [chinese: string, english: string];

interface LabelTables extends YearLabels, RebuildLabels, MaintenanceLabels, SiteLabels, DeregistrationLabels {
  Role: Record<words.Role, Pair>;
  FilingStage: Record<words.FilingStage, Pair>;
  FilingKind: Record<words.FilingKind, Pair>;
  PublicationStatus: Record<words.PublicationStatus, Pair>;
  OperationalStatus: Record<words.OperationalStatus, Pair>;
  Readiness: Record<words.Readiness, Pair>;
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
  DutyKind: Record<words.DutyKind, Pair>;
  ActivationStage: Record<words.ActivationStage, Pair>;
  DutyStage: Record<words.DutyStage, Pair>;
  AlertLevel: Record<words.AlertLevel, Pair>;
  CommandPostMemberKind: Record<words.CommandPostMemberKind, Pair>;
  ShelterFact: Record<words.ShelterFact, Pair>;
  Lateness: Record<words.Lateness, Pair>;
  ClosingTaskKind: Record<words.ClosingTaskKind, Pair>;
  ClosingTaskStage: Record<words.ClosingTaskStage, Pair>;
  AnnouncementOccasion: Record<words.AnnouncementOccasion, Pair>;
  VulnerableGroup: Record<words.VulnerableGroup, Pair>;
  GateEntryKind: Record<words.GateEntryKind, Pair>;
  GateConflictKind: Record<words.GateConflictKind, Pair>;
  Situation: Record<words.Situation, Pair>;
  CheckClass: Record<words.CheckClass, Pair>;
  Crs: Record<'WGS84' | 'CGCS2000' | 'GCJ02' | 'BD09', Pair>;
}

export type Enumeration = keyof LabelTables;

/** Chinese first, English beside it, for every value of every enumeration. */
export const LABELS: LabelTables = {
  Role: {
    OPERATOR: ['产权单位 / 管理单位', 'Owner or manager'],
    COMMUNITY: ['社区（村）负责人', 'Community head'],
    FILING_AUTHORITY: ['县级应急管理部门 / 管委会', 'County emergency department or committee'],
    DECIDER: ['县级政府 / 管委会', 'County government or committee'],
    CITY_EM: ['市应急管理部门', 'City emergency department'],
    CITY_GOVERNMENT: ['市政府', 'City government'],
    DUTY_DEPARTMENT: ['保障部门', 'Duty department'],
    OTHER_DEPARTMENT: ['其他部门', 'Other department'],
    ADMIN: ['系统管理员', 'System administrator'],
  },
  FilingStage: {
    DRAFT: ['草稿', 'Draft'],
    SUBMITTED: ['待审查', 'Submitted'],
    RETURNED: ['退回补正', 'Returned'],
    FILED: ['已备案', 'Filed'],
    SUPERSEDED: ['已被新版本替代', 'Superseded'],
    WITHDRAWN: ['已撤回', 'Withdrawn'],
  },
  FilingKind: {
    NEW: ['新备案', 'New'],
    RECONSTRUCTION: ['改建、扩建', 'Rebuild or extension'],
    CHANGE: ['变更', 'Change'],
    DEREGISTRATION: ['注销', 'Deregistration'],
    MIGRATED: ['历史数据导入', 'Migrated'],
  },
  PublicationStatus: {
    UNPUBLISHED: ['未发布', 'Unpublished'],
    PUBLISHED: ['已发布', 'Published'],
    SUSPENDED: ['暂停发布', 'Suspended'],
    HIDDEN: ['已隐藏', 'Hidden'],
  },
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
  Readiness: {
    READY: ['可用', 'Ready'],
    LIMITED: ['部分可用', 'Partly ready'],
    UNAVAILABLE: ['不可用', 'Unavailable'],
    UNKNOWN: ['情况不明', 'Unknown'],
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
  DutyKind: {
    SUPPLY_POINT: ['物资供应点', 'Supply point'],
    MEDICAL: ['临时医疗点', 'Medical point'],
    SECURITY: ['治安保卫', 'Public order'],
    WATER: ['应急供水', 'Water'],
    SANITATION: ['厕所与环境卫生', 'Toilets and sanitation'],
    POWER: ['应急供电', 'Power'],
    COMMUNICATION: ['应急通信', 'Communication'],
  },
  ActivationStage: {
    PROPOSED: ['建议启用', 'Proposed'],
    LIVE: ['启用中', 'Live'],
    STANDING_DOWN: ['正在结束', 'Standing down'],
    ENDED: ['已结束', 'Ended'],
    FILE_CLOSED: ['已归档', 'File closed'],
    CANCELLED: ['已取消', 'Cancelled'],
  },
  DutyStage: {
    ASSIGNED: ['已交办', 'Assigned'],
    ACKNOWLEDGED: ['已接收', 'Acknowledged'],
    IN_PLACE: ['已到位', 'In place'],
    DEGRADED: ['保障不足', 'Degraded'],
    STOOD_DOWN: ['已撤收', 'Stood down'],
  },
  AlertLevel: {
    RED: ['红色（一级）', 'Red (I)'],
    ORANGE: ['橙色（二级）', 'Orange (II)'],
    YELLOW: ['黄色（三级）', 'Yellow (III)'],
    BLUE: ['蓝色（四级）', 'Blue (IV)'],
  },
  CommandPostMemberKind: {
    EM_DEPARTMENT: ['应急管理部门人员', 'Emergency department'],
    COMMITTEE_STAFF: ['管委会工作人员', 'Committee staff'],
    COMMUNITY_HEAD: ['社区负责人', 'Community head'],
    UNIT_HEAD: ['产权或管理单位负责人', 'Head of the unit'],
  },
  ShelterFact: {
    ANSWERED: ['已接到指令', 'Order received'],
    GATE_OPEN: ['大门已开', 'Gate open'],
    GATE_SHUT: ['大门已关', 'Gate shut'],
    STAFFED: ['人员已到岗', 'Staffed'],
    UNSTAFFED: ['无人值守', 'Not staffed'],
    PARTLY_USABLE: ['部分区域停用', 'Part of it out of use'],
    WHOLLY_USABLE: ['全部区域可用', 'All of it usable'],
    DAMAGED: ['场所受损，不能避难', 'Damaged, no shelter'],
    SOUND: ['经检查可以避难', 'Checked and sound'],
  },
  Lateness: {
    ON_TIME: ['按时', 'On time'],
    DUE_SOON: ['即将到时', 'Due soon'],
    LATE: ['已超时', 'Late'],
    VERY_LATE: ['严重超时', 'Very late'],
    NO_TARGET: ['未设时限', 'No target set'],
  },
  ...YEAR_LABELS,
  ...REBUILD_LABELS,
  ...DEREGISTRATION_LABELS,
  ...MAINTENANCE_LABELS,
  ...SITE_LABELS,
  ClosingTaskKind: {
    SUMMARY: ['启用总结', 'Summary'],
    REPAIR: ['检修维护', 'Repair'],
    AFTERMATH: ['善后工作', 'Aftermath'],
  },
  ClosingTaskStage: { OPEN: ['待完成', 'Open'], DONE: ['已完成', 'Done'] },
  AnnouncementOccasion: {
    ACTIVATION: ['启用公告', 'Opening'],
    AMENDMENT: ['增开公告', 'Further opening'],
    CLOSING: ['结束公告', 'End'],
  },
  VulnerableGroup: {
    INFANT: ['婴幼儿', 'Infants'],
    ELDERLY: ['老年人', 'Elderly'],
    DISABLED: ['残疾人', 'Disabled'],
    PREGNANT: ['孕产妇', 'Pregnant'],
    PATIENT: ['伤病员', 'Patients'],
    UNACCOMPANIED_MINOR: ['无人陪伴的未成年人', 'Unaccompanied minors'],
  },
  GateEntryKind: {
    CHECK_IN: ['入住', 'Checked in'],
    CHECK_OUT: ['离开', 'Checked out'],
    COUNT_IN: ['计数进', 'Counted in'],
    COUNT_OUT: ['计数出', 'Counted out'],
    HEAD_COUNT: ['清点', 'Head count'],
  },
  GateConflictKind: {
    OVER_ROOM: ['超出可容纳人数', 'More people than places'],
    DOUBLE_PRESENCE: ['一卡两处登记', 'One card checked in twice'],
    MORE_OUT_THAN_IN: ['离开多于在场', 'More out than in'],
    AFTER_RELEASE: ['撤收后补报', 'Told after the shelter was released'],
  },
  Situation: { QUIET: ['平时', 'Quiet'], LIVE: ['应急启用中', 'Live'] },
  CheckClass: {
    LAW: ['办法要求', 'Required by the Measures'],
    IMPOSSIBLE: ['数据有误', 'Impossible value'],
    ADVICE: ['建议', 'Advice'],
  },
  Crs: {
    WGS84: ['WGS 84（卫星定位）', 'WGS 84 (GPS)'],
    CGCS2000: ['CGCS2000（国家大地坐标）', 'CGCS2000'],
    GCJ02: ['GCJ-02（高德、腾讯地图）', 'GCJ-02 (Amap, Tencent)'],
    BD09: ['BD-09（百度地图）', 'BD-09 (Baidu)'],
  },
};

/** The label of a value; a value nobody knows is shown as it is, never hidden. */
export function label(enumeration: Enumeration, value: string, language: Language): string {
  const table: Readonly<Record<string, Pair>> = LABELS[enumeration];
  const pair = Object.hasOwn(table, value) ? table[value] : undefined;
  return pair ? pair[language === 'zh-CN' ? 0 : 1] : value;
}
