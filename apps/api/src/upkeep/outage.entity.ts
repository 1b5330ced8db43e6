import type { DefectEffect } from '#regulation/upkeep/readiness';
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
import { Shelter } from '../registry/shelter.entity.ts';

/** What takes a shelter out of use for a time. */
export type OutageOrigin = 'REBUILD';

@Entity({
  name: 'outage',
  comment: 'A time in which a shelter, or a part of it, is out of use: from its first day until it is lifted',
})
@Unique(['origin', 'originId'])
@Index(['shelterId'])
@Index('ix_outage_waiting', { synchronize: false })
@Check('ck_outage_origin', `origin in ('REBUILD')`)
@Check('ck_outage_effect', `effect in ('LIMITED', 'UNAVAILABLE')`)
@Check('ck_outage_places', 'places >= 0')
export class Outage {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @Column('text') origin!: OutageOrigin;
  /** The notice. */
  @Column('uuid') originId!: string;
  @Column('text') effect!: DefectEffect;
  /** Persons for whom there is no room meanwhile; null = not known. */
  @Column('integer', { nullable: true }) places!: number | null;
  @Column('date') startsOn!: string;
  /** Its first day has come, and readiness follows it. */
  @Column('boolean', { default: false }) begun!: boolean;
  /** Null = it lasts, however late the work is. */
  @Column('date', { nullable: true }) liftedOn!: string | null;
}
