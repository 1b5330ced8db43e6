import type { ClosingTaskKind, ClosingTaskStage } from '#regulation/enumerations';
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
  name: 'closing_task',
  comment: 'Art. 26: summary, repair and aftermath of one shelter that was released',
})
@Unique(['activationShelterId', 'kind'])
@Index(['activationId', 'stage'])
@Index(['shelterId'])
@Index(['jurisdictionCode', 'stage'])
@Check('ck_closing_task_kind', `kind in ('SUMMARY', 'REPAIR', 'AFTERMATH')`)
@Check('ck_closing_task_stage', `stage in ('OPEN', 'DONE')`)
@Check('ck_closing_task_done_is_told', `(stage = 'DONE') = (text is not null and done_at is not null)`)
export class ClosingTask {
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
  @Column('text') kind!: ClosingTaskKind;
  @Column('text') stage!: ClosingTaskStage;
  /** When the shelter was released. */
  @Column('timestamptz') openedAt!: Date;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('uuid', { nullable: true }) doneBy!: string | null;
  /** For which body; another one than the unit = keyed for it. */
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation> | null;
}
