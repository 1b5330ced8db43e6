import type { DefectGrade, DefectStage, FacilityType, InspectionHead } from '#regulation/enumerations';
import type { DefectEffect } from '#regulation/upkeep/readiness';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Jurisdiction } from '../identity/jurisdiction.entity.ts';
import { Organisation } from '../identity/organisation.entity.ts';
import { Shelter } from '../registry/shelter.entity.ts';

/** Where a defect came to light. */
export const DEFECT_ORIGINS = ['INSPECTION', 'DRILL', 'ACTIVATION', 'REBUILD'] as const;
export type DefectOrigin = (typeof DEFECT_ORIGINS)[number];

@Entity({
  name: 'defect',
  comment: 'What is amiss with a shelter, from found to signed off: who mends it, by when',
})
@Index(['shelterId'])
@Index(['jurisdictionCode', 'stage'])
@Index(['responsibleOrganisationId'])
@Check('ck_defect_stage', `stage in ('FOUND', 'ORDERED', 'IN_REPAIR', 'REINSPECTION', 'RESOLVED')`)
@Check('ck_defect_grade', `grade in ('GENERAL', 'MAJOR')`)
@Check(
  'ck_defect_head',
  `head in ('PLAN', 'ORGANISATION', 'FACILITIES', 'SUPPLIES', 'FUNDS', 'EDUCATION_AND_DRILL', 'OTHER')`,
)
@Check('ck_defect_effect', `effect in ('LIMITED', 'UNAVAILABLE')`)
@Check('ck_defect_major_has_effect', `(grade = 'MAJOR') = (effect is not null)`)
@Check('ck_defect_origin', `origin in ('INSPECTION', 'DRILL', 'ACTIVATION', 'REBUILD')`)
@Check(
  'ck_defect_ordered_is_whole',
  `stage = 'FOUND' or num_nulls(responsible_organisation_id, responsible_person, due_on) = 0`,
)
export class Defect {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('text') stage!: DefectStage;
  @Column('text') grade!: DefectGrade;
  @Column('text') head!: InspectionHead;
  @Column('text', { nullable: true }) facilityType!: FacilityType | null;
  @Column('text') text!: string;
  /** What a major one makes of the shelter until it is signed off. */
  @Column('text', { nullable: true }) effect!: DefectEffect | null;
  @Column('text') origin!: DefectOrigin;
  /** The inspection, drill, activation or notice of a rebuild. */
  @Column('uuid') originId!: string;
  /** Departments ordered to carry out the inspection that found it: they may order and sign off. */
  @Column('uuid', { array: true }) orderedOrganisationIds!: string[];
  @Column('date') foundOn!: string;
  @Column('timestamptz') foundAt!: Date;
  @Column('uuid', { nullable: true }) responsibleOrganisationId!: string | null;
  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'responsible_organisation_id' })
  responsibleOrganisation!: Relation<Organisation> | null;
  @Column('text', { nullable: true }) responsiblePerson!: string | null;
  /** Where the person named has an account. */
  @Column('uuid', { nullable: true }) responsiblePersonId!: string | null;
  @Column('date', { nullable: true }) dueOn!: string | null;
  /** Everybody who began or reported the repair: none of them judges it. */
  @Column('uuid', { array: true, default: [] }) repairedBy!: string[];
  /** How often the repair was sent back. */
  @Column('integer', { default: 0 }) returned!: number;
  @Column('timestamptz', { nullable: true }) resolvedAt!: Date | null;
  @Column('timestamptz') changedAt!: Date;
}

@Entity({
  name: 'defect_step',
  comment: 'The closed loop of each defect in words: append-only, in the order it happened',
})
@Index(['defectId'])
export class DefectStep {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') defectId!: string;
  @ManyToOne(() => Defect)
  @JoinColumn({ name: 'defect_id' })
  defect!: Relation<Defect>;
  @Column('text') act!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
}
