import type {
  OperationalStatus,
  Readiness,
  ShelterGrade,
  SiteType,
  SpaceType,
} from '#regulation/enumerations';
import type { ShelterContents } from '#regulation/registry/contents';
import type { Point } from 'geojson';
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
import { Organisation } from '../identity/organisation.entity.ts';

@Entity({
  name: 'shelter',
  comment: 'The filed shelter: identity, current version, and its standing tonight',
})
@Unique(['code'])
@Unique(['source', 'sourceId'])
@Index(['jurisdictionCode', 'code'])
@Index(['unitId'])
@Index('ix_shelter_correction_due', { synchronize: false })
@Index('ix_shelter_location', { synchronize: false })
@Index('ix_shelter_search_text', { synchronize: false })
@Index('ix_shelter_file_ids', { synchronize: false })
@Check('ck_shelter_usable_capacity', 'usable_capacity >= 0')
@Check('ck_shelter_places_out', 'places_out >= 0')
@Check(
  'ck_shelter_operational_status',
  `operational_status in ('STANDBY', 'DECIDED', 'OPENING', 'OPEN', 'LIMITED', 'FULL', 'CLOSING', 'CLOSED', 'DAMAGED')`,
)
@Check('ck_shelter_readiness', `readiness in ('READY', 'LIMITED', 'UNAVAILABLE', 'UNKNOWN')`)
export class Shelter {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('uuid') unitId!: string;
  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'unit_id' })
  unit!: Relation<Organisation>;
  @Column('integer') version!: number;
  @Column('jsonb') contents!: ShelterContents;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) address!: string | null;
  /** What the search box looks in, see search-text. */
  @Column('text', { select: false }) searchText!: string;
  @Column('text') grade!: ShelterGrade;
  @Column('text') spaceType!: SpaceType;
  @Column('text') siteType!: SiteType;
  @Column('geography', { spatialFeatureType: 'Point', srid: 4326, nullable: true })
  location!: Point | null;
  @Column('integer', { nullable: true }) usableCapacity!: number | null;
  /** Persons for whom there is no room today, of a part that is out of use. */
  @Column('integer', { default: 0 }) placesOut!: number;
  /** One letter a hazard in the order of HAZARD_TYPES: S, C, U, N (see suitability-codes). */
  @Column('text') suitability!: string;
  @Column('uuid', { array: true }) fileIds!: string[];
  @Column('timestamptz', { nullable: true }) filedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) deregisteredAt!: Date | null;
  /** Until when a migrated record's gaps are to be made good (补正). */
  @Column('date', { nullable: true }) correctionDue!: string | null;
  @Column('text', { default: 'STANDBY' }) operationalStatus!: OperationalStatus;
  @Column('text', { default: 'UNKNOWN' }) readiness!: Readiness;
  /** Announced in a live real activation: visible whether published or not. */
  @Column('boolean', { default: false }) announced!: boolean;
  @Column('integer', { nullable: true }) occupied!: number | null;
  @Column('timestamptz', { nullable: true }) lastConfirmedAt!: Date | null;
  @Column('text', { nullable: true }) source!: string | null;
  @Column('text', { nullable: true }) sourceId!: string | null;
  @Column('boolean', { default: false }) demo!: boolean;
  @Column('timestamptz') changedAt!: Date;
}

/** A shelter as a list reads it: its contents, many times as long as the rest, are fetched only where asked for. */
export type ListedShelter = Omit<Shelter, 'contents'> & Partial<Pick<Shelter, 'contents'>>;
