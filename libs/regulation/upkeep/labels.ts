import type * as words from '../enumerations.ts';

type Pair = readonly [chinese: string, english: string];

/** Words of the year: inspections, defects, clocks (`../labels.ts` has the rest). */
export interface YearLabels {
  InspectionHead: Record<words.InspectionHead, Pair>;
  InspectionKind: Record<words.InspectionKind, Pair>;
  HeadResult: Record<words.HeadResult, Pair>;
  DefectStage: Record<words.DefectStage, Pair>;
  DefectGrade: Record<words.DefectGrade, Pair>;
  YearlyDuty: Record<words.YearlyDuty, Pair>;
  ClockState: Record<words.ClockState, Pair>;
  AuthorityDuty: Record<words.AuthorityDuty, Pair>;
  CampaignStage: Record<words.CampaignStage, Pair>;
  DeadlineLight: Record<words.DeadlineLight, Pair>;
  EvidenceMethod: Record<words.EvidenceMethod, Pair>;
  RetentionClass: Record<words.RetentionClass, Pair>;
  RecordingFlag: Record<words.RecordingFlag, Pair>;
}

export const YEAR_LABELS: YearLabels = {
  InspectionHead: {
    PLAN: ['应急预案', 'Emergency plan'],
    ORGANISATION: ['组织机构与制度', 'Organisation and rules'],
    FACILITIES: ['设施配置', 'Facilities'],
    SUPPLIES: ['应急物资储备', 'Supplies'],
    FUNDS: ['资金保障与使用', 'Funds'],
    EDUCATION_AND_DRILL: ['宣传教育与应急演练', 'Education and drills'],
    OTHER: ['其他事项', 'Other matters'],
  },
  InspectionKind: {
    SELF_ANNUAL: ['单位年度自查', "Unit's own yearly inspection"],
    SUPERVISION: ['监督检查', 'Supervision'],
  },
  HeadResult: {
    IN_ORDER: ['正常', 'In order'],
    FINDING: ['发现隐患', 'Finding'],
    NOT_INSPECTED: ['未检查', 'Not inspected'],
  },
  DefectStage: {
    FOUND: ['已发现', 'Found'],
    ORDERED: ['已交办', 'Ordered'],
    IN_REPAIR: ['整改中', 'In repair'],
    REINSPECTION: ['待复查', 'Waits for re-inspection'],
    RESOLVED: ['已销号', 'Resolved'],
  },
  DefectGrade: { GENERAL: ['一般隐患', 'General'], MAJOR: ['重大隐患', 'Major'] },
  YearlyDuty: { SELF_INSPECTION: ['年度自查', 'Yearly inspection'], DRILL: ['年度演练', 'Yearly drill'] },
  ClockState: {
    OVERDUE: ['逾期', 'Overdue'],
    DUE: ['待完成', 'Due'],
    FULFILLED: ['已完成', 'Done'],
    NOT_OWED: ['本年不要求', 'Not owed this year'],
  },
  AuthorityDuty: { EDITION: ['公布下一期', 'Next edition'], CAMPAIGN: ['部署检查', 'Inspection campaign'] },
  CampaignStage: { ASKED: ['市级建议', 'Asked for'], ORDERED: ['已部署', 'Ordered'] },
  DeadlineLight: {
    ON_TIME: ['期限内', 'On time'],
    DUE_SOON: ['即将到期', 'Due soon'],
    LATE: ['已逾期', 'Late'],
    VERY_LATE: ['严重逾期', 'Very late'],
  },
  EvidenceMethod: {
    PHOTO: ['照片', 'Photograph'],
    VIDEO: ['录像', 'Video'],
    AUDIO: ['录音', 'Sound recording'],
    DOCUMENT: ['文书', 'Document'],
  },
  RetentionClass: {
    TWO_YEARS: ['保存不少于 2 年', 'At least two years'],
    PERMANENT: ['永久保存', 'For ever'],
  },
  RecordingFlag: {
    CLOCK_AHEAD: ['设备时钟偏快', 'Device clock ahead'],
    CLOCK_BEHIND: ['设备时钟偏慢', 'Device clock behind'],
    DATED_AHEAD: ['日期在收到之后', 'Dated after it was received'],
    RECORDED_LATE: ['超过 2 个工作日才录入', 'Recorded after more than two working days'],
  },
};
