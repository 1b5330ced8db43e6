import type { AlertLevel, HazardType } from '#regulation/enumerations';
import type { MultiPolygon } from 'geojson';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({
  name: 'hazard_event',
  comment: 'What happened or is exercised: hazard, level, area, and the jurisdictions it concerns',
})
@Index(['recordedAt'])
@Check('ck_hazard_event_level', `level in ('RED', 'ORANGE', 'YELLOW', 'BLUE')`)
@Check('ck_hazard_event_people_affected', 'people_affected >= 0')
export class HazardEvent {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') hazard!: HazardType;
  @Column('text', { nullable: true }) level!: AlertLevel | null;
  @Column('boolean') exercise!: boolean;
  /** The dangerous area, when somebody drew it; null = as far as the jurisdictions reach, or not known. */
  @Column('geography', { spatialFeatureType: 'MultiPolygon', srid: 4326, nullable: true })
  area!: MultiPolygon | null;
  @Column('text', { array: true }) jurisdictions!: string[];
  /** Persons to shelter, as estimated; null = not known. */
  @Column('integer', { nullable: true }) peopleAffected!: number | null;
  @Column('timestamptz') occurredAt!: Date;
  @Column('uuid', { nullable: true }) recordedBy!: string | null;
  @Column('timestamptz') recordedAt!: Date;
}
