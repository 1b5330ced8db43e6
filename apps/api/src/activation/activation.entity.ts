import type { ActivationStage } from '#regulation/enumerations';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { Jurisdiction } from '../identity/jurisdiction.entity.ts';
import { EmergencyPlan } from './emergency-plan.entity.ts';
import { HazardEvent } from './hazard-event.entity.ts';

@Entity({
  name: 'activation',
  comment: 'Art. 22: a jurisdiction opens shelters for an event, from proposal to closed file',
})
@Unique(['number'])
@Unique(['decisionKey'])
@Index('uq_activation_event_id_jurisdiction_code', ['eventId', 'jurisdictionCode'], {
  unique: true,
  where: `stage <> 'CANCELLED'`,
})
@Index(['jurisdictionCode', 'stage'])
@Check(
  'ck_activation_stage',
  `stage in ('PROPOSED', 'LIVE', 'STANDING_DOWN', 'ENDED', 'FILE_CLOSED', 'CANCELLED')`,
)
@Check(
  'ck_activation_decided_is_whole',
  `stage in ('PROPOSED', 'CANCELLED') or num_nulls(number, decided_at, legal_basis) = 0`,
)
export class Activation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') eventId!: string;
  @ManyToOne(() => HazardEvent)
  @JoinColumn({ name: 'event_id' })
  event!: Relation<HazardEvent>;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('text') stage!: ActivationStage;
  @Column('boolean') exercise!: boolean;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('text', { nullable: true }) legalBasis!: string | null;
  @Column('uuid', { nullable: true }) planId!: string | null;
  @ManyToOne(() => EmergencyPlan, { nullable: true })
  @JoinColumn({ name: 'plan_id' })
  plan!: Relation<EmergencyPlan> | null;
  /** The plan's title and version as the decision named them. */
  @Column('text', { nullable: true }) planLabel!: string | null;
  /** Counts the decision and its amendments. */
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) proposedBy!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  /** The client's own, so that a decision sent twice is taken once. */
  @Column('uuid', { nullable: true }) decisionKey!: string | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('uuid', { nullable: true }) closedBy!: string | null;
  @Column('text', { nullable: true }) closingReason!: string | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) fileClosedAt!: Date | null;
}
