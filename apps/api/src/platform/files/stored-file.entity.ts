import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({
  name: 'stored_file',
  comment: 'Uploads; the bytes lie unchanged under their SHA-256 outside the database',
})
@Index(['sha256'])
export class StoredFile {
  @PrimaryColumn('uuid') id!: string;
  @Column('bytea') sha256!: Buffer;
  @Column('bigint') bytes!: string;
  @Column('text') mediaType!: string;
  @Column('text') fileName!: string;
  @Column('uuid', { nullable: true }) keptBy!: string | null;
  @Column('timestamptz') keptAt!: Date;
}
