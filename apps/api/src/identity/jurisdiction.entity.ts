import type { MultiPolygon } from 'geojson';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';

export type JurisdictionLevel = 'CITY' | 'COUNTY' | 'COMMITTEE' | 'DIVISION';

@Entity({
  name: 'jurisdiction',
  comment: 'Who answers for an area; recorded on every shelter, never derived from geometry',
})
@Unique(['localCode'])
@Check('ck_jurisdiction_level', `level in ('CITY', 'COUNTY', 'COMMITTEE', 'DIVISION')`)
export class Jurisdiction {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('text') nameEn!: string;
  @Column('text') level!: JurisdictionLevel;
  @Column('text', { nullable: true }) parentCode!: string | null;
  @ManyToOne(() => Jurisdiction, { nullable: true })
  @JoinColumn({ name: 'parent_code' })
  parent!: Relation<Jurisdiction> | null;
  /** Begins every shelter code and filing number of this jurisdiction; never changes. */
  @Column('text') localCode!: string;
  @Column('geometry', { spatialFeatureType: 'MultiPolygon', srid: 4326, nullable: true, select: false })
  boundary!: MultiPolygon | null;
  @Column('text', { nullable: true }) boundarySource!: string | null;
  /** One officer may key in and accept; the ledger then says so. */
  @Column('boolean', { default: false }) singleOfficer!: boolean;
}
