import type { RebuildEffect, RebuildKind, RebuildStage } from '#regulation/enumerations';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Jurisdiction } from '../../identity/jurisdiction.entity.ts';
import { Organisation } from '../../identity/organisation.entity.ts';
import { Shelter } from '../../registry/shelter.entity.ts';
import { Filing } from '../filing.entity.ts';

@Entity({
  name: 'rebuild_notice',
  comment: 'Art. 21: notices of rebuilds and extensions, from before the work to the as-built version',
})
@Index(['shelterId'])
@Index(['jurisdictionCode', 'stage'])
@Index('uq_rebuild_notice_open', { synchronize: false })
@Index('ix_rebuild_notice_file_ids', { synchronize: false })
@Check('ck_rebuild_notice_stage', `stage in ('NOTIFIED', 'COMPLETED', 'CALLED_OFF')`)
@Check('ck_rebuild_notice_kind', `kind in ('REBUILD', 'EXTENSION')`)
@Check('ck_rebuild_notice_effect', `effect in ('NONE', 'LIMITED', 'UNAVAILABLE')`)
@Check('ck_rebuild_notice_dates', 'ends_on >= starts_on')
@Check('ck_rebuild_notice_places_out', 'places_out >= 0')
@Check('ck_rebuild_notice_ended', `(stage = 'NOTIFIED') = (ended_at is null)`)
export class RebuildNotice {
  /** The client's own key. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('text') stage!: RebuildStage;
  @Column('text') kind!: RebuildKind;
  /** What is done where, in words. */
  @Column('text') scope!: string;
  @Column('date') startsOn!: string;
  /** As promised; what is out of use stays so until the as-built version is on file. */
  @Column('date') endsOn!: string;
  @Column('text') effect!: RebuildEffect;
  /** Persons; null = not known. */
  @Column('integer', { nullable: true }) placesOut!: number | null;
  /** Approvals and drawings of the work, and the paper the unit signed where staff keyed it. */
  @Column('uuid', { array: true }) fileIds!: string[];
  @Column('uuid', { nullable: true }) recordedBy!: string | null;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation> | null;
  @Column('boolean') onBehalf!: boolean;
  @Column('timestamptz') givenAt!: Date;
  @Column('timestamptz') changedAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  /** Why it was amended last, or called off. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) asBuiltFilingId!: string | null;
  @ManyToOne(() => Filing, { nullable: true })
  @JoinColumn({ name: 'as_built_filing_id' })
  asBuiltFiling!: Relation<Filing> | null;
}
