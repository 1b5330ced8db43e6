import type { CampaignStage, InspectionKind } from '#regulation/enumerations';
import type { HeadNote } from '#regulation/inspection/heads';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Jurisdiction } from '../identity/jurisdiction.entity.ts';
import { Organisation } from '../identity/organisation.entity.ts';
import { Shelter } from '../registry/shelter.entity.ts';

@Entity({
  name: 'inspection_campaign',
  comment: 'Inspections ordered by a county government or committee (Art. 27), or asked for by the city',
})
@Index(['jurisdictionCode'])
@Check('ck_inspection_campaign_stage', `stage in ('ASKED', 'ORDERED')`)
@Check('ck_inspection_campaign_dates', 'ends_on >= starts_on')
@Check('ck_inspection_campaign_ordered', `(stage = 'ORDERED') = (ordered_at is not null)`)
export class InspectionCampaign {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('text') stage!: CampaignStage;
  @Column('text') title!: string;
  @Column('date') startsOn!: string;
  @Column('date') endsOn!: string;
  /** Organisations ordered to carry it out. */
  @Column('uuid', { array: true }) departmentIds!: string[];
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { nullable: true }) askedAt!: Date | null;
  @Column('uuid', { nullable: true }) askedBy!: string | null;
  @Column('timestamptz', { nullable: true }) orderedAt!: Date | null;
  @Column('uuid', { nullable: true }) orderedBy!: string | null;
}

@Entity({
  name: 'inspection',
  comment: 'Inspections by the seven heads of Art. 27, by the unit or as supervision; append-only',
})
@Index(['shelterId', 'doneOn'])
@Index(['jurisdictionCode', 'doneOn'])
@Index(['campaignId'])
@Check('ck_inspection_kind', `kind in ('SELF_ANNUAL', 'SUPERVISION')`)
export class Inspection {
  /** The client's own key: sent again, it names the same inspection. */
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: InspectionKind;
  @Column('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('uuid', { nullable: true }) campaignId!: string | null;
  @ManyToOne(() => InspectionCampaign, { nullable: true })
  @JoinColumn({ name: 'campaign_id' })
  campaign!: Relation<InspectionCampaign> | null;
  @Column('date') saidOn!: string;
  /** The day it counts for. */
  @Column('date') doneOn!: string;
  @Column('timestamptz', { nullable: true }) deviceAt!: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('timestamptz') receivedAt!: Date;
  @Column('uuid') recordedBy!: string;
  @Column('uuid') organisationId!: string;
  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation>;
  /** All seven, in the order of the law. */
  @Column('jsonb') heads!: HeadNote[];
  /** Whether it counts as the yearly inspection of the unit. */
  @Column('boolean') fulfils!: boolean;
  @Column('text', { nullable: true }) note!: string | null;
}
