import { Check, Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { ChangeTopic } from './change.ts';

@Entity({
  name: 'outbox',
  comment:
    'Changes to be told to whoever watches: ids only; seq is given after commit, old rows are cleared away',
})
@Unique(['seq'])
@Index('ix_outbox_waiting', ['id'], { where: '(seq IS NULL)' })
@Check(
  'ck_outbox_topic',
  `topic in ('ACTIVATION', 'DUTY', 'SHELTER', 'OCCUPANCY', 'ANNOUNCEMENT', 'ROSTER', 'UPKEEP', 'FILING', 'PUBLICATION')`,
)
export class OutboxRow {
  /** In the order of writing: a slower transaction commits a lower one later. Nobody outside sees it. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  /** The public number: without gaps, in the order in which changes became visible. Null until the relay gives it. */
  @Column('bigint', { nullable: true }) seq!: string | null;
  @Column('text') topic!: ChangeTopic;
  @Column('text') jurisdictionCode!: string;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('uuid', { nullable: true }) activationId!: string | null;
  @Column('uuid', { nullable: true }) shelterId!: string | null;
  @Column('timestamptz') at!: Date;
}

@Entity({
  name: 'outbox_head',
  comment: 'One row: the last public number given; whoever relays holds it',
})
@Check('ck_outbox_head_one_row', 'id = 1')
export class OutboxHead {
  @PrimaryColumn('integer') id!: number;
  @Column('bigint') seq!: string;
}
