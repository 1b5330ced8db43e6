import type { PublicationStatus } from '#regulation/enumerations';
import type { PublicContents } from '#regulation/publication/public-contents';
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
import { Shelter } from '../registry/shelter.entity.ts';
import { Edition } from './edition.entity.ts';

@Entity({
  name: 'publication',
  comment: 'The public face of each shelter: the published version, whatever the file says by now',
})
@Unique(['code'])
@Index('ix_publication_location', { synchronize: false })
@Index('ix_publication_location_admitting', { synchronize: false })
@Index('ix_publication_location_doubtful', { synchronize: false })
@Index('ix_publication_location_unsuitable', { synchronize: false })
@Index('ix_publication_announced', { synchronize: false })
@Index(['jurisdictionCode', 'code'])
@Index(['zonePlanFileId'])
@Check('ck_publication_status', `status in ('UNPUBLISHED', 'PUBLISHED', 'SUSPENDED', 'HIDDEN')`)
@Check(
  'ck_publication_published_is_whole',
  `status <> 'PUBLISHED' or num_nulls(edition, version, contents, name, location, suitability) = 0`,
)
export class Publication {
  @PrimaryColumn('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @Column('text', { default: 'UNPUBLISHED' }) status!: PublicationStatus;
  /** In which edition the public last saw it change. */
  @Column('integer', { nullable: true }) edition!: number | null;
  @ManyToOne(() => Edition, { nullable: true })
  @JoinColumn({ name: 'edition' })
  ofEdition!: Relation<Edition> | null;
  /** The version the public sees. */
  @Column('integer', { nullable: true }) version!: number | null;
  @Column('text') code!: string;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('jsonb', { nullable: true }) contents!: PublicContents | null;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('geography', { spatialFeatureType: 'Point', srid: 4326, nullable: true })
  location!: Point | null;
  @Column('integer', { nullable: true }) usableCapacity!: number | null;
  /** One letter a hazard, as on the shelter. */
  @Column('text', { nullable: true }) suitability!: string | null;
  @Column('uuid', { nullable: true }) zonePlanFileId!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz') updatedAt!: Date;
  /** Mirrors of the shelter's standing, kept by the database for its spatial indexes; nothing else reads them. */
  @Column('boolean', { default: false }) admitting!: boolean;
  @Column('boolean', { default: false }) doubtful!: boolean;
  @Column('boolean', { default: false }) announced!: boolean;
}
