import type { VulnerableGroup } from '#regulation/enumerations';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

export interface GroupCount {
  readonly group: VulnerableGroup;
  readonly persons: number;
}

@Entity({
  name: 'stay',
  comment: 'The stay of a household at an opened shelter: a number of persons, never a name',
})
@Index('uq_stay_open_card', ['activationId', 'cardCode'], { unique: true, where: 'checked_out_at is null' })
@Index(['activationShelterId', 'checkedInAt'])
@Check('ck_stay_persons', 'persons > 0 and departed between 0 and persons')
@Check('ck_stay_open_while_anybody_is_left', '(checked_out_at is null) = (departed < persons)')
export class Stay {
  /** The key of the client that checked the household in. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') activationId!: string;
  @Column('uuid') activationShelterId!: string;
  // By name, since no stage imports a stage; the database keeps the reference all the same.
  @ManyToOne('ActivationShelter')
  @JoinColumn({ name: 'activation_shelter_id' })
  activationShelter!: unknown;
  @Column('integer') persons!: number;
  /** How many of them have left. */
  @Column('integer', { default: 0 }) departed!: number;
  /** People in need of care among them; one may belong to two groups. */
  @Column('jsonb') groups!: GroupCount[];
  /** What is printed on the wristband or card (手环、卡号). */
  @Column('text', { nullable: true }) cardCode!: string | null;
  /** Gate time, as far as the device's clock is believed. */
  @Column('timestamptz') checkedInAt!: Date;
  @Column('timestamptz') receivedAt!: Date;
  @Column('timestamptz', { nullable: true }) checkedOutAt!: Date | null;
  @Column('boolean') clockOff!: boolean;
  @Column('boolean') syncedOffline!: boolean;
  @Column('boolean') overRoom!: boolean;
  @Column('text', { nullable: true }) overrideReason!: string | null;
  /** The stay this one goes on from, at the shelter they came from. */
  @Column('uuid', { nullable: true }) transferredFrom!: string | null;
}
