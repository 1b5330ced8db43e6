import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ActivationShelter } from './activation-shelter.entity.ts';

@Entity({
  name: 'volunteer_station',
  comment: 'Art. 25: the volunteer station in the command post of an opened shelter',
})
@Check('ck_volunteer_station_volunteers', 'volunteers >= 0')
export class VolunteerStation {
  @PrimaryColumn('uuid') activationShelterId!: string;
  @ManyToOne(() => ActivationShelter)
  @JoinColumn({ name: 'activation_shelter_id' })
  activationShelter!: Relation<ActivationShelter>;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('text', { nullable: true }) headName!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  /** Volunteers on site; null = not told. */
  @Column('integer', { nullable: true }) volunteers!: number | null;
  @Column('timestamptz', { nullable: true }) openedAt!: Date | null;
  @Column('timestamptz') changedAt!: Date;
}

@Entity({
  name: 'shelter_report',
  comment: 'Art. 22: what the unit or the command post reported of an opened shelter',
})
@Index(['activationShelterId', 'receivedAt'])
export class ShelterReport {
  /** The client's own, so that a report sent twice is stored once. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') activationShelterId!: string;
  @ManyToOne(() => ActivationShelter)
  @JoinColumn({ name: 'activation_shelter_id' })
  activationShelter!: Relation<ActivationShelter>;
  @Column('text', { array: true }) facts!: string[];
  /** By the clock of whoever reported. */
  @Column('timestamptz') happenedAt!: Date;
  @Column('timestamptz') receivedAt!: Date;
  /** The reporting clock could not be believed; the moment of receipt counts. */
  @Column('boolean') clockOff!: boolean;
  @Column('uuid', { nullable: true }) reportedBy!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
}
