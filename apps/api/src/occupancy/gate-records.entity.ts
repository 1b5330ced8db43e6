import type { GateConflictKind, GateEntryKind } from '#regulation/enumerations';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';

// References to an opened shelter are by name, since no stage imports a stage.

@Entity({
  name: 'gate_entry',
  comment: 'Log of a gate, append-only; its id is the key of the client. Undone by an opposite entry',
})
@Index(['activationShelterId', 'receivedAt'])
@Index(['stayId'])
@Check('ck_gate_entry_kind', `kind in ('CHECK_IN', 'CHECK_OUT', 'COUNT_IN', 'COUNT_OUT', 'HEAD_COUNT')`)
@Check('ck_gate_entry_persons', `persons > 0 or (persons = 0 and kind = 'HEAD_COUNT')`)
export class GateEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') activationShelterId!: string;
  @ManyToOne('ActivationShelter')
  @JoinColumn({ name: 'activation_shelter_id' })
  activationShelter!: unknown;
  @Column('text') kind!: GateEntryKind;
  @Column('integer') persons!: number;
  /** No reference: who left may be told before who came. */
  @Column('uuid', { nullable: true }) stayId!: string | null;
  @Column('uuid', { nullable: true }) transferId!: string | null;
  @Column('timestamptz') happenedAt!: Date;
  @Column('timestamptz') receivedAt!: Date;
  @Column('boolean') clockOff!: boolean;
  @Column('boolean') syncedOffline!: boolean;
  /** The number a head count stands beside; null = nobody had counted. */
  @Column('integer', { nullable: true }) inside!: number | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) recordedBy!: string | null;
}

@Entity({
  name: 'gate_tally',
  comment: 'Persons of open stays and net anonymous count of a gate; no row until anybody counted',
})
export class GateTally {
  @PrimaryColumn('uuid') activationShelterId!: string;
  @ManyToOne('ActivationShelter')
  @JoinColumn({ name: 'activation_shelter_id' })
  activationShelter!: unknown;
  @Column('integer') staying!: number;
  @Column('integer') counted!: number;
  @Column('timestamptz') changedAt!: Date;
}

@Entity({
  name: 'gate_transfer',
  comment: 'People taken from one opened shelter to another: out here and in there, in one act',
})
@Unique(['key', 'toId'])
@Check('ck_gate_transfer_elsewhere', 'from_id <> to_id')
export class GateTransfer {
  @PrimaryColumn('uuid') id!: string;
  /** The client's own: an evacuation to several shelters is one act with one key. */
  @Column('uuid') key!: string;
  @Column('uuid') fromId!: string;
  @ManyToOne('ActivationShelter')
  @JoinColumn({ name: 'from_id' })
  from!: unknown;
  @Column('uuid') toId!: string;
  @ManyToOne('ActivationShelter')
  @JoinColumn({ name: 'to_id' })
  to!: unknown;
  @Column('integer') persons!: number;
  @Column('boolean') evacuation!: boolean;
  @Column('timestamptz') happenedAt!: Date;
  @Column('timestamptz') receivedAt!: Date;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) recordedBy!: string | null;
}

@Entity({
  name: 'gate_conflict',
  comment: 'What synchronised facts contradict: stored all the same, settled by the command post',
})
@Unique(['entryId', 'kind', 'activationShelterId'])
@Index('uq_gate_conflict_open', ['activationShelterId', 'kind'], {
  unique: true,
  where: `resolved_at is null and kind <> 'DOUBLE_PRESENCE'`,
})
@Index(['activationShelterId', 'foundAt'])
@Check(
  'ck_gate_conflict_kind',
  `kind in ('OVER_ROOM', 'DOUBLE_PRESENCE', 'MORE_OUT_THAN_IN', 'AFTER_RELEASE')`,
)
export class GateConflict {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') activationShelterId!: string;
  @ManyToOne('ActivationShelter')
  @JoinColumn({ name: 'activation_shelter_id' })
  activationShelter!: unknown;
  @Column('text') kind!: GateConflictKind;
  @Column('uuid') entryId!: string;
  @ManyToOne(() => GateEntry)
  @JoinColumn({ name: 'entry_id' })
  entry!: GateEntry;
  /** The other gate of a double presence. */
  @Column('uuid', { nullable: true }) otherId!: string | null;
  /** By how many: over the room, doubled, or more out than in. */
  @Column('integer') persons!: number;
  @Column('timestamptz') foundAt!: Date;
  @Column('timestamptz', { nullable: true }) resolvedAt!: Date | null;
  @Column('uuid', { nullable: true }) resolvedBy!: string | null;
  @Column('text', { nullable: true }) resolution!: string | null;
}
