import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Jurisdiction } from '../identity/jurisdiction.entity.ts';
import { Organisation } from '../identity/organisation.entity.ts';
import { ShelterVersion } from './shelter-version.entity.ts';
import { Shelter } from './shelter.entity.ts';

@Entity({
  name: 'correction_notice',
  comment: 'Art. 18: corrections ex officio as told to the unit, and when it read them',
})
@Index('ix_correction_notice_unread', ['unitId', 'toldAt'], { where: 'read_at is null' })
@Check('ck_correction_notice_read_by_somebody', '(read_at is null) = (read_by is null)')
export class CorrectionNotice {
  @PrimaryColumn('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  /** The version that the correction made. */
  @PrimaryColumn('integer') version!: number;
  @ManyToOne(() => ShelterVersion)
  @JoinColumn([
    { name: 'shelter_id', referencedColumnName: 'shelterId' },
    { name: 'version', referencedColumnName: 'version' },
  ])
  ofVersion!: Relation<ShelterVersion>;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  /** Who is told: the unit of the shelter when it was corrected. */
  @Column('uuid') unitId!: string;
  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'unit_id' })
  unit!: Relation<Organisation>;
  /** Who corrected; null when that is not on record. */
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation> | null;
  @Column('timestamptz') toldAt!: Date;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  @Column('uuid', { nullable: true }) readBy!: string | null;
}
