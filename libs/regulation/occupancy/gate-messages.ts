type Pair = readonly [chinese: string, english: string];

/** What a gate is warned of or refused, in words: part of REFUSAL_MESSAGES. */
export const GATE_MESSAGES = {
  FULL_WARNING: [
    '已满：可容纳 {usable} 人，现有 {inside} 人，再进 {persons} 人将超出。可引导至附近场所；确需接收，请写明理由后再次提交。',
    'Full: {usable} places, {inside} people inside, {persons} more would be too many. Point them to a shelter nearby, or send it again with a reason to admit them.',
  ],
  ALREADY_INSIDE: [
    '卡号已在 {code} 登记（{persons} 人）。如本人确在此处，请写明理由后再次提交，原登记将自动转出。',
    'This card is checked in at {code} ({persons} people). If they are here now, send it again with a reason; the earlier entry is checked out.',
  ],
  MORE_OUT_THAN_IN: [
    '登记离开 {persons} 人，多于在场的 {inside} 人。请核对；确属实情，请写明理由后再次提交。',
    '{persons} people are to leave and {inside} are counted inside. Check the number, or send it again with a reason.',
  ],
  KEY_TAKEN: [
    '这个提交编号已用于另一条登记。请换一个新编号提交。',
    'This key was used for another entry. Send this one under a new key.',
  ],
  KEY_MALFORMED: [
    '提交编号应为 UUID。请刷新页面后重新提交。',
    'The key must be a UUID. Reload the page and send it again.',
  ],
  CARD_MALFORMED: [
    '卡号只能用 1 至 32 位字母、数字和短横线。请重新输入，或留空。',
    'A card code has 1 to 32 letters, digits and hyphens. Type it again, or leave it out.',
  ],
  CARD_IS_IDENTITY_NUMBER: [
    '卡号像是身份证号码。此处不登记身份信息，请用手环或卡片上的编号，或留空。',
    'This looks like an identity number. No identities are kept here: use the code on the wristband or card, or leave it out.',
  ],
  GROUPS_EXCEED: [
    '特需人员 {count} 人，多于该户的 {persons} 人。请核对。',
    '{count} people in need of care are more than the {persons} of the household. Please check.',
  ],
  SAME_SHELTER: [
    '转入场所就是转出场所。请另选一处。',
    'People cannot be transferred to where they are. Choose another shelter.',
  ],
  OTHER_ACTIVATION: [
    '场所 {code} 不在同一次启用中，不能直接转移。请在此登记离开，到达后在当地登记入住。',
    'Shelter {code} belongs to another activation. Check them out here, and in over there.',
  ],
  TARGET_NOT_OPEN: [
    '场所 {code} 不能接收（{status}）。请另选一处。',
    'Shelter {code} cannot take anybody ({status}). Choose another.',
  ],
} as const satisfies Record<string, Pair>;
