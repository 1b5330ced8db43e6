import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Jurisdiction } from '../identity/jurisdiction.entity.ts';
import { StoredFile } from '../platform/files/stored-file.entity.ts';

@Entity({
  name: 'emergency_plan',
  comment: 'Art. 7: versions of the emergency plans that decisions follow (Art. 22, 24)',
})
@Unique(['jurisdictionCode', 'version'])
export class EmergencyPlan {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('text') title!: string;
  @Column('text') version!: string;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @ManyToOne(() => StoredFile, { nullable: true })
  @JoinColumn({ name: 'file_id' })
  file!: Relation<StoredFile> | null;
  @Column('date') inForceFrom!: string;
  @Column('uuid', { nullable: true }) recordedBy!: string | null;
  @Column('timestamptz') recordedAt!: Date;
}
