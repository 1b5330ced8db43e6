import type { AccountStage } from '#regulation/administration/acts';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Jurisdiction } from './jurisdiction.entity.ts';

export const ORGANISATION_KINDS = [
  'UNIT',
  'EM_DEPARTMENT',
  'GOVERNMENT',
  'COMMITTEE',
  'DUTY_BODY',
  'COMMUNITY',
  'OTHER',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

@Entity({
  name: 'organisation',
  comment: 'Governments, departments, committees, and the units that own or manage shelters',
})
@Unique(['jurisdictionCode', 'name'])
@Check(
  'ck_organisation_stage',
  `(stage = 'ACTIVE' and disabled_at is null) or (stage = 'DISABLED' and disabled_at is not null)`,
)
@Check(
  'ck_organisation_kind',
  `kind in ('UNIT', 'EM_DEPARTMENT', 'GOVERNMENT', 'COMMITTEE', 'DUTY_BODY', 'COMMUNITY', 'OTHER')`,
)
export class Organisation {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') kind!: OrganisationKind;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('timestamptz') createdAt!: Date;
  /** Disabled: nobody works for it any more; what was done for it stays. */
  @Column('text', { default: 'ACTIVE' }) stage!: AccountStage;
  @Column('timestamptz', { nullable: true }) disabledAt!: Date | null;
}
