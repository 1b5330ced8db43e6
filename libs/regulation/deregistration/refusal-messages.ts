type Pair = readonly [chinese: string, english: string];

/** What is said against a deregistration (`../refusal-messages.ts` has the rest). */
export const DEREGISTRATION_MESSAGES = {
  ALREADY_DEREGISTERED: [
    '场所 {code} 已于 {on} 注销，不必再办。请刷新页面查看。',
    'Shelter {code} left the register on {on}; nothing more is to be done. Refresh the page.',
  ],
  DEREGISTRATION_ASKED: [
    '场所 {code} 已有一份注销申请待决定。请等待决定；要改理由的，先撤回再申请。',
    'Shelter {code} is asked for already. Wait for the decision, or take the request back and ask anew.',
  ],
  LIVE_NOT_DEREGISTERED: [
    '场所 {code} 正在启用（{number}），不能注销。请先撤收该场所，再办理注销。',
    'Shelter {code} is live ({number}) and cannot be deregistered. Stand it down first.',
  ],
  IN_EXERCISE_NOT_DEREGISTERED: [
    '场所 {code} 正在演练（{number}），不能注销。请先在演练中撤收该场所，再办理注销。',
    'Shelter {code} is in an exercise ({number}) and cannot be deregistered. Stand it down in the exercise first.',
  ],
} as const satisfies Record<string, Pair>;
