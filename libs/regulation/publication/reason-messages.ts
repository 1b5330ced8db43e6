type Pair = readonly [chinese: string, english: string];

/** Why a nearer shelter was passed over, in words a frightened person understands. */
export const REASON_MESSAGES = {
  DAMAGED: ['场所已受损，请勿前往。', 'This shelter is damaged. Do not go there.'],
  CLOSING: [
    '正在关闭，不再接收人员，请前往其他场所。',
    'Closing, and takes in nobody any more. Go to another shelter.',
  ],
  UNAVAILABLE: ['场所目前不能使用。', 'This shelter cannot be used at present.'],
  UNSUITABLE_FOR_HAZARD: ['不适用于{hazard}。', 'Not suitable for this hazard: {hazard}.'],
  NO_ROOM: ['余位不足，容不下 {partySize} 人。', 'Not enough room for {partySize} people.'],
  NOT_OPEN: ['尚未开放（{status}）。', 'Not open ({status}).'],
} as const satisfies Record<string, Pair>;

/** What is said beside a shelter that is listed. */
export const LABEL_MESSAGES = {
  CONDITIONAL: ['对该灾害有条件适用', 'Suitable for this hazard under conditions'],
  NOT_ASSESSED: ['对该灾害未评估', 'Not assessed for this hazard'],
  ROOM_UNKNOWN: ['余位不明', 'Room unknown'],
  NOT_ACTIVATED: ['未启用', 'Not activated'],
  UNAVAILABLE_BUT_OPEN: ['设施不全，但已开放', 'Open although not fully usable'],
  STALE: ['信息较旧', 'Not confirmed lately'],
  NEVER_CONFIRMED: ['信息未确认', 'Never confirmed'],
} as const satisfies Record<string, Pair>;

export type ReasonCode = keyof typeof REASON_MESSAGES;
export type NearestLabel = keyof typeof LABEL_MESSAGES;
