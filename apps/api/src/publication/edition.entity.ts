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
import { Shelter } from '../registry/shelter.entity.ts';

/** REGULAR: the city publishes. WITHDRAWAL: something was suspended, hidden or withdrawn in between. */
export type EditionKind = 'REGULAR' | 'WITHDRAWAL';

export type EditionChange = 'PUBLISHED' | 'CHANGED' | 'CONFIRMED' | 'SUSPENDED' | 'HIDDEN' | 'WITHDRAWN';

@Entity({
  name: 'edition',
  comment: 'Every change of what the public sees: dated, numbered, with its counts',
})
@Unique(['label'])
@Check('ck_edition_kind', `kind in ('REGULAR', 'WITHDRAWAL')`)
export class Edition {
  @PrimaryColumn('integer') number!: number;
  /** Date and number, as people and files name it: 2026-03-10-7. */
  @Column('text') label!: string;
  @Column('text') kind!: EditionKind;
  @Column('timestamptz') publishedAt!: Date;
  @Column('uuid', { nullable: true }) publishedBy!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('integer') published!: number;
  @Column('integer') changed!: number;
  /** Published again as they were. */
  @Column('integer') confirmed!: number;
  @Column('integer') withdrawn!: number;
}

@Entity({
  name: 'edition_item',
  comment: 'What an edition said about one shelter, and why it was taken back',
})
@Index(['shelterId'])
@Check(
  'ck_edition_item_change',
  `change in ('PUBLISHED', 'CHANGED', 'CONFIRMED', 'SUSPENDED', 'HIDDEN', 'WITHDRAWN')`,
)
export class EditionItem {
  @PrimaryColumn('integer') edition!: number;
  @ManyToOne(() => Edition)
  @JoinColumn({ name: 'edition' })
  ofEdition!: Relation<Edition>;
  @PrimaryColumn('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  /** The version the public saw; null when it saw none. */
  @Column('integer', { nullable: true }) version!: number | null;
  @Column('text') change!: EditionChange;
  @Column('text', { nullable: true }) reason!: string | null;
}
