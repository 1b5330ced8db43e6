import type { EvidenceMethod, RetentionClass } from '#regulation/enumerations';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { StoredFile } from '../platform/files/stored-file.entity.ts';
import { Shelter } from '../registry/shelter.entity.ts';

/** What a recording is about. */
export type EvidenceSubject = 'INSPECTION' | 'DEFECT' | 'DRILL';

@Entity({
  name: 'evidence',
  comment: 'Recordings and papers: how, when, by whom made, what they prove; append-only',
})
@Index(['aboutId'])
@Index(['fileId'])
@Check('ck_evidence_about', `about in ('INSPECTION', 'DEFECT', 'DRILL')`)
@Check('ck_evidence_method', `method in ('PHOTO', 'VIDEO', 'AUDIO', 'DOCUMENT')`)
@Check('ck_evidence_retention', `retention in ('TWO_YEARS', 'PERMANENT')`)
export class Evidence {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @Column('text') about!: EvidenceSubject;
  @Column('uuid') aboutId!: string;
  @Column('uuid') fileId!: string;
  @ManyToOne(() => StoredFile)
  @JoinColumn({ name: 'file_id' })
  file!: Relation<StoredFile>;
  @Column('text') method!: EvidenceMethod;
  /** The device's time; ours stands beside it. */
  @Column('timestamptz') madeAt!: Date;
  @Column('timestamptz') receivedAt!: Date;
  @Column('text') maker!: string;
  @Column('uuid') recordedBy!: string;
  @Column('text') proves!: string;
  @Column('text') retention!: RetentionClass;
}
