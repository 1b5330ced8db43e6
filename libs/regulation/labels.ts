import type * as words from './enumerations.ts';
import { DEREGISTRATION_LABELS, type DeregistrationLabels } from './deregistration/labels.ts';
import { labelIn, PUBLIC_LABELS, type Language, type PublicLabels } from './public-labels.ts';
import { REBUILD_LABELS, type RebuildLabels } from './rebuild/labels.ts';
import { MAINTENANCE_LABELS, type MaintenanceLabels } from './maintenance/labels.ts';
import { SITE_LABELS, type SiteLabels } from './site/labels.ts';
import { YEAR_LABELS, type YearLabels } from './upkeep/labels.ts';

export type { Language } from './public-labels.ts';
type Pair = readonly [chinese: string, english: string];

interface LabelTables
  extends PublicLabels, YearLabels, RebuildLabels, MaintenanceLabels, SiteLabels, DeregistrationLabels {
  Role: Record<words.Role, Pair>;
  FilingStage: Record<words.FilingStage, Pair>;
  FilingKind: Record<words.FilingKind, Pair>;
  PublicationStatus: Record<words.PublicationStatus, Pair>;
  Readiness: Record<words.Readiness, Pair>;
  DutyKind: Record<words.DutyKind, Pair>;
  ActivationStage: Record<words.ActivationStage, Pair>;
  DutyStage: Record<words.DutyStage, Pair>;
  AlertLevel: Record<words.AlertLevel, Pair>;
  CommandPostMemberKind: Record<words.CommandPostMemberKind, Pair>;
  ShelterFact: Record<words.ShelterFact, Pair>;
  Lateness: Record<words.Lateness, Pair>;
  ClosingTaskKind: Record<words.ClosingTaskKind, Pair>;
  ClosingTaskStage: Record<words.ClosingTaskStage, Pair>;
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
  ...PUBLIC_LABELS,
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
  Readiness: {
    READY: ['可用', 'Ready'],
    LIMITED: ['部分可用', 'Partly ready'],
    UNAVAILABLE: ['不可用', 'Unavailable'],
    UNKNOWN: ['情况不明', 'Unknown'],
  },
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
  return labelIn(LABELS[enumeration], value, language);
}
