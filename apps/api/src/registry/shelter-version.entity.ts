import type { ShelterContents } from '#regulation/registry/contents';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Shelter } from './shelter.entity.ts';

export type VersionOrigin = 'FILING' | 'CORRECTION' | 'IMPORT' | 'DECISION';

@Entity({ name: 'shelter_version', comment: 'What the file said at each moment; never overwritten' })
@Check('ck_shelter_version_origin', `origin in ('FILING', 'CORRECTION', 'IMPORT', 'DECISION')`)
export class ShelterVersion {
  @PrimaryColumn('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') contents!: ShelterContents;
  @Column('text') origin!: VersionOrigin;
  @Column('uuid', { nullable: true }) filingId!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) recordedBy!: string | null;
  @Column('timestamptz') recordedAt!: Date;
}
