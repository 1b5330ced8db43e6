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
  name: 'drill',
  comment: 'Drills (Art. 20 (6)), held by the unit or as an exercise (activation_id, no key); append-only',
})
@Unique(['shelterId', 'activationId'])
@Index(['shelterId', 'doneOn'])
@Index(['jurisdictionCode', 'doneOn'])
@Check('ck_drill_participants', 'participants >= 0')
export class Drill {
  /** The client's own key, or ours for an exercise. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('date') saidOn!: string;
  /** The day it counts for. */
  @Column('date') doneOn!: string;
  @Column('timestamptz', { nullable: true }) deviceAt!: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('timestamptz') receivedAt!: Date;
  @Column('uuid', { nullable: true }) recordedBy!: string | null;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation> | null;
  /** Persons; null = not known. */
  @Column('integer', { nullable: true }) participants!: number | null;
  @Column('text', { nullable: true }) summary!: string | null;
  /** The exercise it was part of. */
  @Column('uuid', { nullable: true }) activationId!: string | null;
}
