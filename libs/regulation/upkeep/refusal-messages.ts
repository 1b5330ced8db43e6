type Pair = readonly [chinese: string, english: string];

/** What is refused over the year: inspections, defects, drills (`../refusal-messages.ts` has the rest). */
export const YEAR_MESSAGES = {
  HEAD_NOT_JUDGED: [
    '监督检查须检查全部七项，“{head}”尚未检查。请补充检查结果。',
    'A supervision judges all seven heads; "{head}" is not judged yet. Add its result.',
  ],
  FINDING_UNSAID: [
    '“{head}”标为发现隐患，但没有写明隐患。请补充隐患内容。',
    '"{head}" is marked as a finding, but none is told. Say what was found.',
  ],
  DEADLINE_PAST: [
    '{field}（{value}）已经过去，今天是 {today}。请改为今天或以后的日期。',
    '{field} ({value}) has passed; today is {today}. Choose today or a later day.',
  ],
  ENDS_BEFORE: [
    '{field}早于开始日期（{earlier}）。请核对两个日期。',
    '{field} is before the first day ({earlier}). Check both dates.',
  ],
  OWN_DEFECT: [
    '整改责任单位和参与整改的人员不能复查、销号自己的隐患。请由其他检查人员办理。',
    'The body responsible for a defect, and whoever mended it, cannot judge it themselves. Ask another inspector.',
  ],
  NOT_ORDERED_HERE: [
    '这次检查不属于该场所的辖区，或尚未部署。请核对检查名称。',
    'This campaign is not of the jurisdiction of the shelter, or not ordered yet. Check the campaign.',
  ],
  NOT_AN_ORGANISATION: [
    '没有找到所选单位：{field}。请重新选择。',
    'The chosen organisation was not found: {field}. Choose it again.',
  ],
} as const satisfies Record<string, Pair>;
