type Pair = readonly [chinese: string, english: string];

/** What is refused when it is recorded who maintains a facility (`../refusal-messages.ts` has the rest). */
export const MAINTENANCE_MESSAGES = {
  FACILITY_NOT_FILED: [
    '备案中没有这类设施。请先变更备案，载明该设施。',
    'No such facility is on file. File a change that names it first.',
  ],
  OWNER_IS_UNIT: [
    '设施的产权单位就是本场所的产权（管理）单位，由其自行维护，无须协商（第十七条）。请核对产权单位。',
    'The facility belongs to the unit of the shelter, which maintains it itself; Art. 17 does not apply. Check the owner.',
  ],
  DISAGREEMENT_WAITS: [
    '该设施已有一项协商不成待确定。请等待确定，或登记双方后来达成的协议。',
    'A disagreement about this facility waits already. Wait for the determination, or record what the two agreed since.',
  ],
  NO_DISAGREEMENT: [
    '没有待确定的协商不成记录，不能确定维护主体。请先由双方协商；协商不成的，登记后再确定。',
    'No disagreement is on record and waits, so nothing can be determined. The two talk first; record it when they cannot agree.',
  ],
  BEFORE_DISAGREEMENT: [
    '{field}早于协商不成的日期（{earliest}）。请核对两个日期。',
    '{field} is before the day the two failed to agree ({earliest}). Check both dates.',
  ],
} as const satisfies Record<string, Pair>;
