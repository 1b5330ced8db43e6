import type { DutyKind } from '#regulation/enumerations';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Jurisdiction } from '../identity/jurisdiction.entity.ts';
import { Organisation } from '../identity/organisation.entity.ts';

@Entity({
  name: 'duty_roster',
  comment: 'Art. 24: which body answers for each duty in each jurisdiction, dated',
})
@Unique(['jurisdictionCode', 'dutyKind', 'inForceFrom'])
@Check(
  'ck_duty_roster_duty_kind',
  `duty_kind in ('SUPPLY_POINT', 'MEDICAL', 'SECURITY', 'WATER', 'SANITATION', 'POWER', 'COMMUNICATION')`,
)
@Check('ck_duty_roster_dates', 'in_force_until > in_force_from')
export class DutyRosterEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('text') dutyKind!: DutyKind;
  @Column('uuid') organisationId!: string;
  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation>;
  @Column('date') inForceFrom!: string;
  /** The first day it is no longer in force; null = until further notice. */
  @Column('date', { nullable: true }) inForceUntil!: string | null;
  @Column('uuid', { nullable: true }) keptBy!: string | null;
  @Column('timestamptz') keptAt!: Date;
}

@Entity({
  name: 'duty_target',
  comment: 'Practice: within how many minutes a duty is to be answered and in place; none = no clock',
})
@Check(
  'ck_duty_target_duty_kind',
  `duty_kind in ('SUPPLY_POINT', 'MEDICAL', 'SECURITY', 'WATER', 'SANITATION', 'POWER', 'COMMUNICATION')`,
)
@Check('ck_duty_target_minutes', 'acknowledge_minutes > 0 and in_place_minutes > 0')
export class DutyTarget {
  @PrimaryColumn('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @PrimaryColumn('text') dutyKind!: DutyKind;
  @Column('integer', { nullable: true }) acknowledgeMinutes!: number | null;
  @Column('integer', { nullable: true }) inPlaceMinutes!: number | null;
  @Column('uuid', { nullable: true }) keptBy!: string | null;
  @Column('timestamptz') keptAt!: Date;
}
