import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens at a gate: households, counts, transfers, and what contradicts itself. No names anywhere. */
export class CreateOccupancy1764100000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stay (
        id uuid not null,
        activation_id uuid not null,
        activation_shelter_id uuid not null,
        persons integer not null,
        departed integer not null default 0,
        groups jsonb not null,
        card_code text,
        checked_in_at timestamptz not null,
        received_at timestamptz not null,
        checked_out_at timestamptz,
        clock_off boolean not null,
        synced_offline boolean not null,
        over_room boolean not null,
        override_reason text,
        transferred_from uuid,
        constraint pk_stay primary key (id),
        constraint fk_stay_activation_shelter_id foreign key (activation_shelter_id) references activation_shelter (id),
        constraint ck_stay_persons check (persons > 0 and departed between 0 and persons),
        constraint ck_stay_open_while_anybody_is_left check ((checked_out_at is null) = (departed < persons))
      )`);
    // One card is in one place, whatever two gates do at once.
    await runner.query(
      `create unique index uq_stay_open_card on stay (activation_id, card_code) where checked_out_at is null`,
    );
    await runner.query(
      `create index ix_stay_activation_shelter_id_checked_in_at on stay (activation_shelter_id, checked_in_at)`,
    );
    await runner.query(
      `comment on table stay is 'The stay of a household at an opened shelter: a number of persons, never a name'`,
    );
    await runner.query(`
      create table gate_entry (
        id uuid not null,
        activation_shelter_id uuid not null,
        kind text not null,
        persons integer not null,
        stay_id uuid,
        transfer_id uuid,
        happened_at timestamptz not null,
        received_at timestamptz not null,
        clock_off boolean not null,
        synced_offline boolean not null,
        inside integer,
        reason text,
        recorded_by uuid,
        constraint pk_gate_entry primary key (id),
        constraint fk_gate_entry_activation_shelter_id foreign key (activation_shelter_id) references activation_shelter (id),
        constraint ck_gate_entry_kind check (kind in ('CHECK_IN', 'CHECK_OUT', 'COUNT_IN', 'COUNT_OUT', 'HEAD_COUNT')),
        constraint ck_gate_entry_persons check (persons > 0 or (persons = 0 and kind = 'HEAD_COUNT'))
      )`);
    await runner.query(
      `create index ix_gate_entry_activation_shelter_id_received_at on gate_entry (activation_shelter_id, received_at)`,
    );
    await runner.query(`create index ix_gate_entry_stay_id on gate_entry (stay_id)`);
    await runner.query(
      `comment on table gate_entry is 'Log of a gate, append-only; its id is the key of the client. Undone by an opposite entry'`,
    );
    // A reason may be blanked when personal data is destroyed; nothing else of an entry ever changes.
    await runner.query(
      `create trigger gate_entry_is_append_only before delete or update of id, activation_shelter_id, kind, persons, stay_id,
         transfer_id, happened_at, received_at, clock_off, synced_offline, inside, recorded_by on gate_entry
       for each row execute function refuse_rewriting()`,
    );
    await runner.query(`
      create table gate_tally (
        activation_shelter_id uuid not null,
        staying integer not null,
        counted integer not null,
        changed_at timestamptz not null,
        constraint pk_gate_tally primary key (activation_shelter_id),
        constraint fk_gate_tally_activation_shelter_id foreign key (activation_shelter_id) references activation_shelter (id)
      )`);
    await runner.query(
      `comment on table gate_tally is 'Persons of open stays and net anonymous count of a gate; no row until anybody counted'`,
    );
    await runner.query(`
      create table gate_transfer (
        id uuid not null,
        key uuid not null,
        from_id uuid not null,
        to_id uuid not null,
        persons integer not null,
        evacuation boolean not null,
        happened_at timestamptz not null,
        received_at timestamptz not null,
        reason text,
        recorded_by uuid,
        constraint pk_gate_transfer primary key (id),
        constraint uq_gate_transfer_key_to_id unique (key, to_id),
        constraint fk_gate_transfer_from_id foreign key (from_id) references activation_shelter (id),
        constraint fk_gate_transfer_to_id foreign key (to_id) references activation_shelter (id),
        constraint ck_gate_transfer_elsewhere check (from_id <> to_id)
      )`);
    await runner.query(
      `comment on table gate_transfer is 'People taken from one opened shelter to another: out here and in there, in one act'`,
    );
    await runner.query(`
      create table gate_conflict (
        id uuid not null,
        activation_shelter_id uuid not null,
        kind text not null,
        entry_id uuid not null,
        other_id uuid,
        persons integer not null,
        found_at timestamptz not null,
        resolved_at timestamptz,
        resolved_by uuid,
        resolution text,
        constraint pk_gate_conflict primary key (id),
        constraint uq_gate_conflict_entry_id_kind_activation_shelter_id unique (entry_id, kind, activation_shelter_id),
        constraint fk_gate_conflict_activation_shelter_id foreign key (activation_shelter_id) references activation_shelter (id),
        constraint fk_gate_conflict_entry_id foreign key (entry_id) references gate_entry (id),
        constraint ck_gate_conflict_kind check (kind in ('OVER_ROOM', 'DOUBLE_PRESENCE', 'MORE_OUT_THAN_IN', 'AFTER_RELEASE'))
      )`);
    // The state of a shelter is told once until it is settled; every double presence is a case of its own.
    await runner.query(
      `create unique index uq_gate_conflict_open on gate_conflict (activation_shelter_id, kind)
       where resolved_at is null and kind <> 'DOUBLE_PRESENCE'`,
    );
    await runner.query(
      `create index ix_gate_conflict_activation_shelter_id_found_at on gate_conflict (activation_shelter_id, found_at)`,
    );
    await runner.query(
      `comment on table gate_conflict is 'What synchronised facts contradict: stored all the same, settled by the command post'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['gate_conflict', 'gate_transfer', 'gate_tally', 'gate_entry', 'stay']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
