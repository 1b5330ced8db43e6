import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Person } from '../identity/person.entity.ts';

@Entity({ name: 'saved_view', comment: 'Filters of the registry that one person named for themselves' })
@Unique(['personId', 'name'])
export class SavedView {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id' })
  person!: Relation<Person>;
  @Column('text') name!: string;
  /** The filters, as the address of the page writes them. */
  @Column('text') query!: string;
  @Column('timestamptz') changedAt!: Date;
}
