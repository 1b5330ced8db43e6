import type { YearlyDuty } from '#regulation/enumerations';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Shelter } from '../registry/shelter.entity.ts';

@Entity({
  name: 'yearly_fulfilment',
  comment: 'In which calendar years a shelter did what it owes every year, and by which deed first',
})
@Check('ck_yearly_fulfilment_duty', `duty in ('SELF_INSPECTION', 'DRILL')`)
export class YearlyFulfilment {
  @PrimaryColumn('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @PrimaryColumn('text') duty!: YearlyDuty;
  @PrimaryColumn('integer') year!: number;
  @Column('date') doneOn!: string;
  /** The inspection or drill. */
  @Column('uuid') deedId!: string;
}

@Entity({
  name: 'facility_check',
  comment: 'When somebody last looked at the facilities of a shelter: until then its readiness is unknown',
})
export class FacilityCheck {
  @PrimaryColumn('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @Column('date') checkedOn!: string;
  /** The inspection. */
  @Column('uuid') deedId!: string;
}
