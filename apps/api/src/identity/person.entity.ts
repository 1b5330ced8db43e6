import type { AccountStage } from '#regulation/administration/acts';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity({ name: 'person', comment: 'Somebody who may sign in' })
@Unique(['username'])
@Check(
  'ck_person_stage',
  `(stage = 'ACTIVE' and disabled_at is null) or (stage = 'DISABLED' and disabled_at is not null)`,
)
export class Person {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') username!: string;
  @Column('text') displayName!: string;
  @Column('text', { select: false }) passwordHash!: string;
  @Column('text', { default: 'ACTIVE' }) stage!: AccountStage;
  @Column('timestamptz', { nullable: true }) disabledAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
}

@Entity({
  name: 'sign_in_failure',
  comment: 'Wrong passwords by name and place of origin: a stranger locks himself out, never the officer',
})
@Index(['lastAt'])
export class SignInFailure {
  @PrimaryColumn('text') username!: string;
  /** SHA-256 of the network the tries came from. */
  @PrimaryColumn('text') origin!: string;
  @Column('integer') failures!: number;
  @Column('timestamptz') lastAt!: Date;
  @Column('timestamptz', { nullable: true }) lockedUntil!: Date | null;
}
