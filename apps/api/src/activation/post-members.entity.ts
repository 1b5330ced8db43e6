import type { CommandPostMemberKind } from '#regulation/enumerations';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organisation } from '../identity/organisation.entity.ts';
import { Person } from '../identity/person.entity.ts';
import { Shelter } from '../registry/shelter.entity.ts';
import { ActivationShelter } from './activation-shelter.entity.ts';

@Entity({
  name: 'standing_post_member',
  comment: 'Art. 23: who is to sit in the command post of a shelter when it opens',
})
@Index(['shelterId'])
@Check(
  'ck_standing_post_member_kind',
  `kind in ('EM_DEPARTMENT', 'COMMITTEE_STAFF', 'COMMUNITY_HEAD', 'UNIT_HEAD')`,
)
export class StandingPostMember {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @Column('text') kind!: CommandPostMemberKind;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation> | null;
  /** Who signs in under this name, when the member has an account. */
  @Column('uuid', { nullable: true }) personId!: string | null;
  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<Person> | null;
  @Column('uuid', { nullable: true }) keptBy!: string | null;
  @Column('timestamptz') keptAt!: Date;
}

@Entity({
  name: 'command_post_member',
  comment: 'Art. 23: who sits in the settlement command post of an opened shelter',
})
@Index(['activationShelterId'])
@Index(['personId'])
@Check(
  'ck_command_post_member_kind',
  `kind in ('EM_DEPARTMENT', 'COMMITTEE_STAFF', 'COMMUNITY_HEAD', 'UNIT_HEAD')`,
)
export class CommandPostMember {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') activationShelterId!: string;
  @ManyToOne(() => ActivationShelter)
  @JoinColumn({ name: 'activation_shelter_id' })
  activationShelter!: Relation<ActivationShelter>;
  @Column('text') kind!: CommandPostMemberKind;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation> | null;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<Person> | null;
  @Column('uuid', { nullable: true }) appointedBy!: string | null;
  @Column('timestamptz') appointedAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
