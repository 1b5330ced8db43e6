import type { HazardType } from '#regulation/enumerations';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Jurisdiction } from '../identity/jurisdiction.entity.ts';

@Entity({
  name: 'live_situation',
  comment: 'Real activations that are live now; no hazards = for every hazard',
})
@Index(['jurisdictionCode'])
export class LiveSituation {
  @PrimaryColumn('uuid') activationId!: string;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('text', { array: true }) hazards!: HazardType[];
}
