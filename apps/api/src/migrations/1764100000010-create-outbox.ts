import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes waiting to be told to whoever watches, and the last number given to one. */
export class CreateOutbox1764100000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        id bigint generated always as identity,
        seq bigint,
        topic text not null,
        jurisdiction_code text not null,
        unit_id uuid,
        activation_id uuid,
        shelter_id uuid,
        at timestamptz not null,
        constraint pk_outbox primary key (id),
        constraint uq_outbox_seq unique (seq),
        constraint ck_outbox_topic check (topic in ('ACTIVATION', 'DUTY', 'SHELTER', 'OCCUPANCY', 'ANNOUNCEMENT', 'ROSTER', 'UPKEEP', 'FILING', 'PUBLICATION'))
      )`);
    await runner.query(`create index ix_outbox_waiting on outbox (id) where seq is null`);
    await runner.query(
      `comment on table outbox is 'Changes to be told to whoever watches: ids only; seq is given after commit, old rows are cleared away'`,
    );
    await runner.query(`
      create table outbox_head (
        id integer not null,
        seq bigint not null,
        constraint pk_outbox_head primary key (id),
        constraint ck_outbox_head_one_row check (id = 1)
      )`);
    await runner.query(
      `comment on table outbox_head is 'One row: the last public number given; whoever relays holds it'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table outbox_head`);
    await runner.query(`drop table outbox`);
  }
}
