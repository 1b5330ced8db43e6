import type { ColumnMapping } from '#regulation/import/column-mapping';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organisation } from '../identity/organisation.entity.ts';
import { Person } from '../identity/person.entity.ts';

@Entity({
  name: 'import_mapping',
  comment: 'What an organisation last said the columns of lists with certain headings mean',
})
export class ImportMapping {
  @PrimaryColumn('uuid') organisationId!: string;
  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation>;
  /** SHA-256 of the headings in their order. */
  @PrimaryColumn('bytea') headings!: Buffer;
  @Column('jsonb') columns!: ColumnMapping;
  @Column('uuid') personId!: string;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id' })
  person!: Relation<Person>;
  @Column('timestamptz') changedAt!: Date;
}
