import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Jurisdiction } from '../identity/jurisdiction.entity.ts';
import { Organisation } from '../identity/organisation.entity.ts';
import { HazardEvent } from './hazard-event.entity.ts';

@Entity({
  name: 'decision_request',
  comment: 'The city or a department asks a county or committee to decide; never a decision',
})
@Index(['jurisdictionCode', 'askedAt'])
@Check('ck_decision_request_answer', `answer in ('DECIDED')`)
export class DecisionRequest {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') eventId!: string;
  @ManyToOne(() => HazardEvent)
  @JoinColumn({ name: 'event_id' })
  event!: Relation<HazardEvent>;
  @Column('text') jurisdictionCode!: string;
  @ManyToOne(() => Jurisdiction)
  @JoinColumn({ name: 'jurisdiction_code' })
  jurisdiction!: Relation<Jurisdiction>;
  @Column('text') reason!: string;
  @Column('uuid', { nullable: true }) askedBy!: string | null;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation!: Relation<Organisation> | null;
  @Column('timestamptz') askedAt!: Date;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) answer!: 'DECIDED' | null;
}
