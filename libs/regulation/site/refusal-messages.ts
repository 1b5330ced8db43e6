/** What is said about shapes, design and money of a site. */
export const SITE_MESSAGES = {
  TOO_FEW_POINTS: [
    '{field}至少要有三个角点，现有 {count} 个。请补画。',
    '{field} needs at least three corners, now {count}. Draw the rest.',
  ],
  NOT_CLOSED: [
    '{field}没有闭合：首尾两点应相同。请闭合。',
    '{field} is not closed: its first and last point must be the same. Close it.',
  ],
  SELF_CROSSING: [
    '{field}的边线自相交（经度 {longitude}，纬度 {latitude}）。请移动该处的角点。',
    'The line of {field} crosses itself at {longitude}, {latitude}. Move the corners there.',
  ],
  EMPTY_BOX: [
    '{field}的四至不成矩形：西应小于东，南应小于北。请重新放置。',
    '{field} is no box: west must be less than east and south less than north. Place it again.',
  ],
  NOT_ABOVE_ZERO: [
    '{field}应大于 0，现为 {value}。请核对。',
    '{field} must be above 0, now {value}. Please check it.',
  ],
  ZONE_OVER_BOUNDARY: [
    '{field}超出场所边界约 {meters} 米。请核对边界或分区。',
    '{field} reaches about {meters} m beyond the boundary of the site. Check the boundary or the zone.',
  ],
  ZONES_ABOVE_AREA: [
    '各功能区面积合计 {sum} 平方米，大于场所面积（{area} 平方米）。请核对。',
    'The zones add up to {sum} m², more than the site ({area} m²). Please check.',
  ],
  AREA_UNLIKE_BOUNDARY: [
    '{field}为 {area} 平方米，边界图形约 {drawn} 平方米，相差较大。请核对。',
    '{field} is {area} m², the boundary as drawn about {drawn} m². They differ much; please check.',
  ],
  OFF_SITE: [
    '{field}距场所边界约 {meters} 米。请核对位置、坐标系或边界。',
    '{field} is about {meters} m from the boundary of the site. Check the point, its coordinate system or the boundary.',
  ],
  EXPOSED_YET_SUITABLE: [
    '场地本身受{hazard}影响，却写明适用于该灾害。请核对，或说明理由。',
    'The site itself is exposed to {hazard}, and said to be suitable for it. Check it or say why.',
  ],
  BASICS_NOT_NAMED: [
    '未写明下列基本配套设施和标志：{facilities}。没有的也请写明“缺失”。',
    'These basic facilities and signs are not named: {facilities}. Name what is not there too, as missing.',
  ],
  SCHEME_INCOMPLETE: [
    '设计方案未写明包含：{items}（第十条）。请补充或说明。',
    'The design scheme is not said to contain: {items} (Art. 10). Add it or say why.',
  ],
  NOT_ANSWERED: [
    '已于 {asked} 征求应急管理部门意见，尚无答复记录（第十一条）。请补录。',
    'The emergency department was asked on {asked}; no answer is on record (Art. 11). Please add it.',
  ],
  ANSWERED_BEFORE_ASKED: [
    '{field}早于征求意见日期（{asked}）。请核对。',
    '{field} is before the day it was asked ({asked}). Please check.',
  ],
  NO_STANDARD_NAMED: [
    '已写明竣工验收，未写明所依据的标准（第十三条）。建议补充。',
    'The works are accepted, and no standard is named that they follow (Art. 13). Better add it.',
  ],
  NO_BUDGET_NAMED: [
    '属于政府投资，未写明列入哪一级预算（第五条）。建议补充。',
    'Government investment without the budget it stands in (Art. 5). Better add it.',
  ],
  CONTRIBUTION_UNLIKE_INVESTMENT: [
    '登记了社会捐助，投资性质却是“{investment}”。请核对。',
    'Contributions are on record, and the investment is "{investment}". Please check.',
  ],
} as const;
