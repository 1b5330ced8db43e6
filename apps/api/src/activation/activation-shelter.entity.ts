import type { OperationalStatus } from '#regulation/enumerations';
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
import { Shelter } from '../registry/shelter.entity.ts';
import { Activation } from './activation.entity.ts';

@Entity({
  name: 'activation_shelter',
  comment: 'One shelter in one activation: its opening order and the facts of its being open',
})
@Unique(['activationId', 'shelterId'])
@Unique(['orderNumber'])
@Index('uq_activation_shelter_live', ['shelterId', 'exercise'], {
  unique: true,
  where: 'released_at is null',
})
@Index(['shelterId'])
@Check(
  'ck_activation_shelter_status',
  `status in ('STANDBY', 'DECIDED', 'OPENING', 'OPEN', 'LIMITED', 'FULL', 'CLOSING', 'CLOSED', 'DAMAGED')`,
)
export class ActivationShelter {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') activationId!: string;
  @ManyToOne(() => Activation)
  @JoinColumn({ name: 'activation_id' })
  activation!: Relation<Activation>;
  @Column('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('boolean') exercise!: boolean;
  @Column('text') orderNumber!: string;
  /** Computed by the law from the facts below, and kept. */
  @Column('text') status!: OperationalStatus;
  @Column('timestamptz') decidedAt!: Date;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('timestamptz', { nullable: true }) gateOpenAt!: Date | null;
  @Column('timestamptz', { nullable: true }) staffedAt!: Date | null;
  /** Part of it is out of use. */
  @Column('boolean', { default: false }) partlyUsable!: boolean;
  @Column('timestamptz', { nullable: true }) damagedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closingAt!: Date | null;
  @Column('timestamptz', { nullable: true }) releasedAt!: Date | null;
  /** The real activation that took the shelter out of this exercise. */
  @Column('uuid', { nullable: true }) yieldedTo!: string | null;
  /** Why it was opened although it was not ready. */
  @Column('text', { nullable: true }) overrideReason!: string | null;
  /** Persons inside, of this activation; null = nobody counted yet. */
  @Column('integer', { nullable: true }) occupied!: number | null;
  @Column('timestamptz', { nullable: true }) lastReportAt!: Date | null;
  @Column('integer', { default: 1 }) revision!: number;
}
