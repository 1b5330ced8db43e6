type Pair = readonly [chinese: string, english: string];

/** What is said against an opening of shelters, or warned of: what is wrong, then what to do. */
export const OPENING_MESSAGES = {
  FOREIGN_SHELTER: [
    '场所 {code} 不在您的辖区，不能由您决定启用。请从名单中移除。',
    'Shelter {code} is not in your jurisdiction and not yours to open. Take it off the list.',
  ],
  SHELTER_DEREGISTERED: [
    '场所 {code} 已注销，不能启用，也不再受理其备案。启用名单中请移除，或作为临时场所加入；在办的备案请撤回。',
    'Shelter {code} is off the register: it is not opened and no filing of it is accepted. Take it off the list or add it as a temporary place; take the filing back.',
  ],
  ALREADY_LIVE: [
    '场所 {code} 已在启用中（{number}），不能重复启用。请从名单中移除。',
    'Shelter {code} is already live ({number}). Take it off the list.',
  ],
  NO_PLAN_IN_FORCE: [
    '没有现行应急预案可引用。决定仍然有效，请事后补录预案。',
    'No emergency plan is in force to follow. The decision stands; record the plan afterwards.',
  ],
  DUTY_UNASSIGNED: [
    '“{duty}”没有责任单位，由决定机关自行负责。请尽快指定。',
    'Nobody is on the roster for "{duty}": the deciding body answers for it. Name somebody soon.',
  ],
  OPENED_UNAVAILABLE: [
    '场所 {code} 标为不可用，且未写明理由。决定仍然有效，请现场核实。',
    'Shelter {code} is marked unavailable and no reason was given. The decision stands; have it checked on site.',
  ],
  MOMENT_IN_FUTURE: ['{field}在此刻之后。请核对时间。', '{field} lies in the future. Check the time.'],
  SELF_CROSSING: [
    '{field}的边线自相交叉。请重新画。',
    'The outline of {field} crosses itself. Draw it again.',
  ],
  SHELTER_STILL_OPEN: [
    '场所仍在使用（{status}），不能撤收任务。如保障不足，请报告“保障不足”。',
    'The shelter is still in use ({status}); the duty cannot be stood down. Report it as degraded if you lack something.',
  ],
  ONE_EVENT: [
    '请选择一个已登记的事件，或登记一个新事件，二者取一。',
    'Name an event on record or describe a new one: one of the two.',
  ],
  NOT_CONCERNED: [
    '该事件未涉及辖区 {jurisdiction}。请先在事件中加入该辖区。',
    'The event does not concern jurisdiction {jurisdiction}. Record an event that names it.',
  ],
  ROSTER_DATES_REVERSED: [
    '失效日期须在生效日期之后。请核对。',
    'The end must come after the beginning. Check both dates.',
  ],
  PEOPLE_INSIDE: [
    '场所 {code} 内还有 {count} 人，不能关闭。请先转移或登记离开；如场所受损，请报告受损并疏散。',
    '{count} people are still inside {code}, so it cannot be closed. Check them out or transfer them; if it is damaged, report that and evacuate.',
  ],
} as const satisfies Record<string, Pair>;
