import type { FilingKind, FilingStage } from '#regulation/enumerations';
import type { Finding, Refusal } from '#regulation/refusal';
import type { ShelterContents } from '#regulation/registry/contents';
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
import { Jurisdiction } from '../identity/jurisdiction.entity.ts';
import { Organisation } from '../identity/organisation.entity.ts';
import { StoredFile } from '../platform/files/stored-file.entity.ts';
import { Shelter } from '../registry/shelter.entity.ts';

/** What the officer asks to be mended: a field and what is wrong with it, in the officer's words. */
export interface ReturnReason {
  readonly field: string | null;
  readonly text: string;
}

@Entity({ name: 'filing', comment: 'A filing (Art. 14, 21) from draft to filed, with everything it said' })
@Unique(['number'])
@Unique(['source', 'sourceId'])
@Index(['jurisdictionCode', 'stage'])
@Index(['unitId'])
@Index(['shelterId'])
@Index('ix_filing_file_ids', { synchronize: false })
@Index('uq_filing_open_change', { synchronize: false })
@Index('uq_filing_open_as_built', { synchronize: false })
@Check('ck_filing_kind', `kind in ('NEW', 'RECONSTRUCTION', 'CHANGE', 'DEREGISTRATION', 'MIGRATED')`)
@Check('ck_filing_stage', `stage in ('DRAFT', 'SUBMITTED', 'RETURNED', 'FILED', 'SUPERSEDED', 'WITHDRAWN')`)
export class Filing {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: FilingKind;
  @Column('text') stage!: FilingStage;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('uuid') unitId!: string;
  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'unit_id' })
  unit!: Relation<Organisation>;
  @Column('uuid', { nullable: true }) shelterId!: string | null;
  @ManyToOne(() => Shelter, { nullable: true })
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter> | null;
  /** Of a change: the version it was begun on. */
  @Column('integer', { nullable: true }) baseVersion!: number | null;
  @Column('jsonb') contents!: ShelterContents;
  /** Counts every saved change; an edit says which revision it was made on. */
  @Column('integer', { default: 1 }) revision!: number;
  @Column('text', { nullable: true }) number!: string | null;
  /** Who saved it last. */
  @Column('uuid', { nullable: true }) keyedBy!: string | null;
  /** Everybody who ever saved it: none of them accepts it. */
  @Column('uuid', { array: true, default: [] }) editors!: string[];
  @Column('boolean', { default: false }) onBehalf!: boolean;
  @Column('uuid', { nullable: true }) signedPaperFileId!: string | null;
  @ManyToOne(() => StoredFile, { nullable: true })
  @JoinColumn({ name: 'signed_paper_file_id' })
  signedPaper!: Relation<StoredFile> | null;
  @Column('jsonb', { nullable: true }) returnReasons!: ReturnReason[] | null;
  /** What the checks said when it was last submitted or imported. */
  @Column('jsonb', { default: [] }) findings!: (Finding | Refusal)[];
  /** What the unit says along with it: its answers to a return, why advice is left open. */
  @Column('text', { nullable: true }) submitNote!: string | null;
  /** The advice that was open when it was accepted; null before that, and where nobody reviewed it. */
  @Column('jsonb', { nullable: true }) acceptedAdvice!: Finding[] | null;
  /** Why it was accepted all the same, in the officer's words; null when nothing was said. */
  @Column('text', { nullable: true }) acceptReason!: string | null;
  /** Imported with a suspicious point: waits for a person to look. */
  @Column('boolean', { default: false }) held!: boolean;
  @Column('uuid', { array: true }) fileIds!: string[];
  @Column('text', { nullable: true }) source!: string | null;
  @Column('text', { nullable: true }) sourceId!: string | null;
  /** The revision a list last gave it; a later one is a person's. */
  @Column('integer', { nullable: true }) importedRevision!: number | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') changedAt!: Date;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
}
