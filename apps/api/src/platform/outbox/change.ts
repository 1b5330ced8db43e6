/** What a change is about: enough to know whether what one shows must be asked for again. */
export const CHANGE_TOPICS = [
  'ACTIVATION',
  'DUTY',
  'SHELTER',
  'OCCUPANCY',
  'ANNOUNCEMENT',
  'ROSTER',
  'UPKEEP',
  'FILING',
  'PUBLICATION',
] as const;
export type ChangeTopic = (typeof CHANGE_TOPICS)[number];

/** That something changed, never what: ids and codes only. Whoever hears of it asks again for what they may see. */
export interface Change {
  readonly topic: ChangeTopic;
  readonly jurisdictionCode: string;
  /** The unit whose own business it is, when no shelter says so yet (a filing before it is accepted). */
  readonly unitId?: string | null;
  readonly activationId?: string | null;
  readonly shelterId?: string | null;
  readonly at: Date;
}
