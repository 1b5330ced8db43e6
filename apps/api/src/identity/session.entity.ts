import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Person } from './person.entity.ts';

@Entity({ name: 'session', comment: 'Opaque tokens by their hash; revocable at once' })
@Unique(['tokenHash'])
@Index(['personId'])
export class Session {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id' })
  person!: Relation<Person>;
  @Column('bytea', { select: false }) tokenHash!: Buffer;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') lastSeenAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('text', { nullable: true }) device!: string | null;
}

@Entity({
  name: 'first_run_link',
  comment: 'One-time links by which a new city makes its first administrator',
})
export class FirstRunLink {
  @PrimaryColumn('bytea') tokenHash!: Buffer;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}
