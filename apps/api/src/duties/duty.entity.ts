import type { DutyKind, DutyStage } from '#regulation/enumerations';
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
import { Organisation } from '../identity/organisation.entity.ts';
import { Shelter } from '../registry/shelter.entity.ts';

@Entity({
  name: 'duty',
  comment:
    'Art. 24: one of the seven duties at one opened shelter; no organisation = nobody was on the roster',
})
@Unique(['activationShelterId', 'kind'])
@Index(['activationId'])
@Index(['organisationId', 'stage'])
@Check(
  'ck_duty_kind',
  `kind in ('SUPPLY_POINT', 'MEDICAL', 'SECURITY', 'WATER', 'SANITATION', 'POWER', 'COMMUNICATION')`,
)
@Check('ck_duty_stage', `stage in ('ASSIGNED', 'ACKNOWLEDGED', 'IN_PLACE', 'DEGRADED', 'STOOD_DOWN')`)
export class Duty {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') activationId!: string;
  // By name, since no stage imports a stage; the database keeps the reference all the same.
  @ManyToOne('Activation')
  @JoinColumn({ name: 'activation_id' })
  activation!: unknown;
  @Column('uuid') activationShelterId!: string;
  @ManyToOne('ActivationShelter')
  @JoinColumn({ name: 'activation_shelter_id' })
  activationShelter!: unknown;
  @Column('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('text') kind!: DutyKind;
  @Column('text') stage!: DutyStage;
  /** Null: nobody was on the roster, and the deciding body answers for it itself (UNASSIGNED). */
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation> | null;
  @Column('timestamptz') assignedAt!: Date;
  /** By when it was to be answered and in place, as the targets stood that night; null = no target. */
  @Column('timestamptz', { nullable: true }) acknowledgeDue!: Date | null;
  @Column('timestamptz', { nullable: true }) inPlaceDue!: Date | null;
  @Column('timestamptz', { nullable: true }) acknowledgedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) inPlaceAt!: Date | null;
  @Column('timestamptz', { nullable: true }) degradedAt!: Date | null;
  @Column('text', { nullable: true }) degradedReason!: string | null;
  @Column('timestamptz', { nullable: true }) stoodDownAt!: Date | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz') changedAt!: Date;
}
