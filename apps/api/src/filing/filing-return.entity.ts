import type { ShelterContents } from '#regulation/registry/contents';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organisation } from '../identity/organisation.entity.ts';
import { Filing, type ReturnReason } from './filing.entity.ts';

@Entity({
  name: 'filing_return',
  comment: 'Every return of a filing, with all its reasons and the authority that gave it back',
})
export class FilingReturn {
  @PrimaryColumn('uuid') filingId!: string;
  @ManyToOne(() => Filing)
  @JoinColumn({ name: 'filing_id' })
  filing!: Relation<Filing>;
  /** Counts the returns of one filing from 1. */
  @PrimaryColumn('integer') turn!: number;
  @Column('timestamptz') returnedAt!: Date;
  /** The authority; null when it was given back before this was kept. */
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation> | null;
  /** What the shelter was called then. */
  @Column('text') name!: string;
  @Column('jsonb') reasons!: ReturnReason[];
  /** What it said then; null when it was given back before this was kept. */
  @Column('jsonb', { nullable: true }) contents!: ShelterContents | null;
}
