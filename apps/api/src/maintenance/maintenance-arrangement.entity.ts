import type { FacilityType, MaintenanceParty, MaintenanceStage } from '#regulation/enumerations';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Jurisdiction } from '../identity/jurisdiction.entity.ts';
import { Organisation } from '../identity/organisation.entity.ts';
import { StoredFile } from '../platform/files/stored-file.entity.ts';
import { Shelter } from '../registry/shelter.entity.ts';

@Entity({
  name: 'maintenance_arrangement',
  comment: 'Art. 17: who maintains a facility of a shelter that is not its unit’s own; history is kept',
})
@Index(['shelterId', 'facilityType'])
@Index('ix_maintenance_arrangement_in_force', ['shelterId', 'facilityType'], {
  unique: true,
  where: `stage in ('AGREED', 'DETERMINED')`,
})
@Index('ix_maintenance_arrangement_waiting', ['shelterId', 'facilityType'], {
  unique: true,
  where: `stage = 'DISAGREED'`,
})
@Index(['jurisdictionCode', 'stage'])
@Index(['documentFileId'])
@Index(['signedPaperFileId'])
@Index(['determinationFileId'])
@Check(
  'ck_maintenance_arrangement_facility_type',
  `facility_type in ('POWER', 'WATER', 'SEWAGE', 'TOILET', 'MEDICAL', 'DISINFECTION', 'BROADCAST', 'COMMUNICATION', 'COMMAND', 'FIRE', 'LIGHTING', 'SIGNS', 'VENTILATION', 'BARRIER_FREE_ACCESS')`,
)
@Check('ck_maintenance_arrangement_stage', `stage in ('AGREED', 'DISAGREED', 'DETERMINED', 'ENDED')`)
@Check('ck_maintenance_arrangement_party', `party in ('UNIT', 'OWNER', 'OTHER')`)
@Check(
  'ck_maintenance_arrangement_in_force_is_told',
  `stage not in ('AGREED', 'DETERMINED') or (party is not null and maintainer_name is not null)`,
)
@Check(
  'ck_maintenance_arrangement_determined_is_told',
  `(determined_on is null) = (decision_number is null) and (determined_on is null) = (determined_at is null) and (stage <> 'DETERMINED' or determined_on is not null)`,
)
@Check('ck_maintenance_arrangement_ended_is_dated', `(stage = 'ENDED') = (ended_at is not null)`)
export class MaintenanceArrangement {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('text') facilityType!: FacilityType;
  @Column('text') stage!: MaintenanceStage;
  /** Whose the facility is, in words. */
  @Column('text') ownerName!: string;
  /** Which of the two, or a third, maintains; null = not agreed. */
  @Column('text', { nullable: true }) party!: MaintenanceParty | null;
  /** Its name when that was recorded. */
  @Column('text', { nullable: true }) maintainerName!: string | null;
  /** The day of the agreement, or the day the two failed to agree. */
  @Column('date') saidOn!: string;
  @Column('text', { nullable: true }) unitPosition!: string | null;
  @Column('text', { nullable: true }) ownerPosition!: string | null;
  @Column('uuid', { nullable: true }) documentFileId!: string | null;
  @ManyToOne(() => StoredFile, { nullable: true })
  @JoinColumn({ name: 'document_file_id' })
  documentFile!: Relation<StoredFile> | null;
  @Column('uuid', { nullable: true }) signedPaperFileId!: string | null;
  @ManyToOne(() => StoredFile, { nullable: true })
  @JoinColumn({ name: 'signed_paper_file_id' })
  signedPaperFile!: Relation<StoredFile> | null;
  @Column('timestamptz') recordedAt!: Date;
  @Column('uuid') recordedBy!: string;
  /** For which body; another one than the unit = keyed for it. */
  @Column('uuid') organisationId!: string;
  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation>;
  @Column('date', { nullable: true }) determinedOn!: string | null;
  @Column('text', { nullable: true }) decisionNumber!: string | null;
  @Column('text', { nullable: true }) determinationReason!: string | null;
  @Column('uuid', { nullable: true }) determinationFileId!: string | null;
  @ManyToOne(() => StoredFile, { nullable: true })
  @JoinColumn({ name: 'determination_file_id' })
  determinationFile!: Relation<StoredFile> | null;
  @Column('timestamptz', { nullable: true }) determinedAt!: Date | null;
  @Column('uuid', { nullable: true }) determinedBy!: string | null;
  @Column('uuid', { nullable: true }) determinedByOrganisationId!: string | null;
  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'determined_by_organisation_id' })
  determinedByOrganisation!: Relation<Organisation> | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  /** Why it was ended; null = a later one took its place. */
  @Column('text', { nullable: true }) endedReason!: string | null;
}
