import type { ProposalReason } from '#regulation/activation/propose-shelters';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Shelter } from '../registry/shelter.entity.ts';
import { Activation } from './activation.entity.ts';

@Entity({
  name: 'proposal_item',
  comment: 'Which shelters were proposed and which were not, with the reasons',
})
export class ProposalItem {
  @PrimaryColumn('uuid') activationId!: string;
  @ManyToOne(() => Activation)
  @JoinColumn({ name: 'activation_id' })
  activation!: Relation<Activation>;
  @PrimaryColumn('uuid') shelterId!: string;
  @ManyToOne(() => Shelter)
  @JoinColumn({ name: 'shelter_id' })
  shelter!: Relation<Shelter>;
  @Column('boolean') proposed!: boolean;
  @Column('jsonb') reasons!: ProposalReason[];
  @Column('integer') position!: number;
}
