import type { Role } from '#regulation/enumerations';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Organisation } from './organisation.entity.ts';
import { Person } from './person.entity.ts';

@Entity({ name: 'appointment', comment: 'Authority: a role, for an organisation, in jurisdictions' })
@Unique(['personId', 'role', 'organisationId'])
export class AppointmentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id' })
  person!: Relation<Person>;
  @Column('text') role!: Role;
  @Column('uuid') organisationId!: string;
  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation>;
  @Column('text', { array: true }) jurisdictions!: string[];
}
