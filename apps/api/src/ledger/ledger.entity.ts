import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** One subject of an act: what it was before and after. Ids only, never personal data. */
export interface LedgerSubject {
  readonly kind: string;
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
}

@Entity({
  name: 'ledger_entry',
  comment: 'Every act that was done: append-only, no personal data, ids only',
})
@Unique(['id'])
@Index('ix_ledger_entry_subjects', { synchronize: false })
export class LedgerEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) seq!: string;
  @Column('uuid') id!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') process!: string;
  @Column('text') act!: string;
  @Column('integer', { nullable: true }) article!: number | null;
  @Column('text') jurisdictionCode!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('text') role!: string;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('jsonb') subjects!: LedgerSubject[];
  @Column('jsonb') details!: Record<string, unknown>;
}

@Entity({
  name: 'ledger_seal',
  comment: 'Hash chain over committed ledger entries, one chain per jurisdiction and day',
})
@Unique(['jurisdictionCode', 'day', 'position'])
@Index(['sealing'])
export class LedgerSeal {
  @PrimaryColumn('bigint') entrySeq!: string;
  @Column('text') jurisdictionCode!: string;
  @Column('date') day!: string;
  @Column('integer') position!: number;
  @Column('bytea') previousHash!: Buffer;
  @Column('bytea') hash!: Buffer;
  /** Which run of the sealer made it; null before runs were numbered. */
  @Column('bigint', { nullable: true }) sealing!: string | null;
}
