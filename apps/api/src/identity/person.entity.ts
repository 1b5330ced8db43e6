import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity({ name: 'person', comment: 'Somebody who may sign in' })
@Unique(['username'])
export class Person {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') username!: string;
  @Column('text') displayName!: string;
  @Column('text', { select: false }) passwordHash!: string;
  @Column('integer', { default: 0 }) failedSignIns!: number;
  @Column('timestamptz', { nullable: true }) lockedUntil!: Date | null;
  @Column('timestamptz', { nullable: true }) disabledAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
}
