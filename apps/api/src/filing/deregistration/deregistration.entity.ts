import type { DeregistrationStage } from '#regulation/enumerations';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Jurisdiction } from '../../identity/jurisdiction.entity.ts';
import { Organisation } from '../../identity/organisation.entity.ts';
import { Shelter } from '../../registry/shelter.entity.ts';

@Entity({
  name: 'deregistration',
  comment: 'Shelters that leave the register: asked for by the unit, decided by the authority, or ex officio',
})
@Index(['shelterId'])
@Index(['unitId'])
@Index(['jurisdictionCode', 'stage'])
@Index('uq_deregistration_open', { synchronize: false })
@Index('uq_deregistration_granted', { synchronize: false })
@Check('ck_deregistration_stage', `stage in ('ASKED', 'GRANTED', 'DECLINED', 'TAKEN_BACK')`)
@Check('ck_deregistration_asked', `stage = 'GRANTED' or (asked_at is not null and asked_reason is not null)`)
@Check(
  'ck_deregistration_decided',
  `(stage in ('GRANTED', 'DECLINED')) = (decided_at is not null and decided_reason is not null)`,
)
export class Deregistration {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  /** Whose shelter it is; asks. */
  @Column('uuid') unitId!: string;
  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'unit_id' })
  unit!: Relation<Organisation>;
  @Column('text') stage!: DeregistrationStage;
  /** null = nobody asked: ex officio. */
  @Column('text', { nullable: true }) askedReason!: string | null;
  @Column('uuid', { nullable: true }) askedBy!: string | null;
  @Column('timestamptz', { nullable: true }) askedAt!: Date | null;
  @Column('text', { nullable: true }) decidedReason!: string | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  /** The body that decided. */
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation> | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('timestamptz') changedAt!: Date;
}
