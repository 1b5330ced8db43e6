/** Who speaks in CAP messages: a name that never changes, so that a later message can refer to an earlier one. */
export const SENDER = 'shelters.sanmenxia.gov.cn';
