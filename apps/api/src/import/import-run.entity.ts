import type { Refusal } from '#regulation/refusal';
import type { ColumnMapping } from '#regulation/import/column-mapping';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../identity/person.entity.ts';
import { StoredFile } from '../platform/files/stored-file.entity.ts';
import type { RowFinding } from './reading/unreadable.ts';

export const IMPORT_STATES = ['PREVIEW', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Who said what the columns mean: their headings, the organisation the last time, or the person. */
export const COLUMN_SOURCES = ['HEADINGS', 'REMEMBERED', 'CHOSEN'] as const;
export type ColumnSource = (typeof COLUMN_SOURCES)[number];

/** Rows so far: read = imported + refused, imported = created + updated + unchanged, held is a part of refused. */
export interface ImportCounts {
  read: number;
  imported: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  held: number;
}

@Entity({
  name: 'import_run',
  comment: 'A list from elsewhere being taken in: who, which file, how far, with what result',
})
@Index(['personId'])
@Check('ck_import_run_state', `state in ('PREVIEW', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')`)
@Check('ck_import_run_columns_by', `columns_by in ('HEADINGS', 'REMEMBERED', 'CHOSEN')`)
export class ImportRun {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id' })
  person!: Relation<Person>;
  @Column('text') state!: ImportState;
  @Column('text', { nullable: true }) profile!: string | null;
  @Column('text') fileName!: string;
  @Column('bytea') sha256!: Buffer;
  @Column('boolean') createJurisdictions!: boolean;
  /** Rows in the file, once it has been read through. */
  @Column('integer', { nullable: true }) total!: number | null;
  @Column('jsonb') counts!: ImportCounts;
  /** What each column was taken for; none for lists whose columns are fixed. */
  @Column('jsonb', { default: [] }) columns!: ColumnMapping;
  @Column('text', { default: 'HEADINGS' }) columnsBy!: ColumnSource;
  /** Why it failed, or was stopped. */
  @Column('jsonb', { default: [] }) refusals!: Refusal[];
  /** The first findings; all of them are in the report. */
  @Column('jsonb', { default: [] }) findings!: RowFinding[];
  @Column('integer', { default: 0 }) findingCount!: number;
  @Column('uuid', { nullable: true }) reportFileId!: string | null;
  @ManyToOne(() => StoredFile, { nullable: true })
  @JoinColumn({ name: 'report_file_id' })
  reportFile!: Relation<StoredFile> | null;
  /** What became of each row, in codes; see findings/row-log. */
  @Column('uuid', { nullable: true }) rowsFileId!: string | null;
  @ManyToOne(() => StoredFile, { nullable: true })
  @JoinColumn({ name: 'rows_file_id' })
  rowsFile!: Relation<StoredFile> | null;
  /** The process that runs it: host, number, and when it started where that is known. */
  @Column('text') runner!: string;
  @Column('boolean', { default: false }) cancelAsked!: boolean;
  @Column('timestamptz') startedAt!: Date;
  /** When it was last heard of. */
  @Column('timestamptz') touchedAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
