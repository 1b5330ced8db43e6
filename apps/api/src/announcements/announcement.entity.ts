import type { AnnouncementText } from '#regulation/announcements/compose';
import type { AlertLevel, AnnouncementOccasion, HazardType } from '#regulation/enumerations';
import type { Language } from '#regulation/labels';
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

@Entity({
  name: 'announcement',
  comment: 'Art. 22: what was announced to everybody, in both languages, never changed',
})
@Unique(['identifier'])
@Index(['announcedAt'])
@Index(['activationId'])
@Check('ck_announcement_occasion', `occasion in ('ACTIVATION', 'AMENDMENT', 'CLOSING')`)
@Check('ck_announcement_level', `level in ('RED', 'ORANGE', 'YELLOW', 'BLUE')`)
export class Announcement {
  @PrimaryColumn('uuid') id!: string;
  /** As CAP names it. */
  @Column('text') identifier!: string;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('uuid', { nullable: true }) activationId!: string | null;
  // By name, since no stage imports a stage.
  @ManyToOne('Activation', { nullable: true })
  @JoinColumn({ name: 'activation_id' })
  activation!: unknown;
  @Column('text') occasion!: AnnouncementOccasion;
  @Column('boolean') exercise!: boolean;
  @Column('text') hazard!: HazardType;
  @Column('text', { nullable: true }) level!: AlertLevel | null;
  @Column('jsonb') texts!: Record<Language, AnnouncementText>;
  /** Outlines of the area, corners as longitude and latitude; empty = nobody drew one. */
  @Column('jsonb') outlines!: [number, number][][];
  /** CAP references of the messages it follows. */
  @Column('text', { array: true }) earlier!: string[];
  @Column('uuid', { nullable: true }) announcedBy!: string | null;
  @Column('timestamptz') announcedAt!: Date;
}
