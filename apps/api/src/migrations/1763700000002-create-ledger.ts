import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The append-only ledger of acts, and the seals that chain it after commit. */
export class CreateLedger1763700000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger_entry (
        seq bigint generated always as identity,
        id uuid not null,
        at timestamptz not null,
        process text not null,
        act text not null,
        article integer,
        jurisdiction_code text not null,
        person_id uuid,
        role text not null,
        organisation_id uuid,
        subjects jsonb not null,
        details jsonb not null,
        constraint pk_ledger_entry primary key (seq),
        constraint uq_ledger_entry_id unique (id)
      )`);
    await runner.query(
      `comment on table ledger_entry is 'Every act that was done: append-only, no personal data, ids only'`,
    );
    await runner.query(
      `create index ix_ledger_entry_subjects on ledger_entry using gin (subjects jsonb_path_ops)`,
    );
    await runner.query(`
      create table ledger_seal (
        entry_seq bigint not null,
        jurisdiction_code text not null,
        day date not null,
        position integer not null,
        previous_hash bytea not null,
        hash bytea not null,
        constraint pk_ledger_seal primary key (entry_seq),
        constraint uq_ledger_seal_jurisdiction_code_day_position unique (jurisdiction_code, day, position)
      )`);
    await runner.query(
      `comment on table ledger_seal is 'Hash chain over committed ledger entries, one chain per jurisdiction and day'`,
    );
    await runner.query(`
      create function refuse_rewriting() returns trigger language plpgsql as $$
      begin
        raise exception 'The ledger is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'SR001';
      end $$`);
    for (const table of ['ledger_entry', 'ledger_seal']) {
      await runner.query(
        `create trigger ${table}_is_append_only before update or delete on ${table}
         for each row execute function refuse_rewriting()`,
      );
      await runner.query(
        `create trigger ${table}_is_never_emptied before truncate on ${table}
         for each statement execute function refuse_rewriting()`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ledger_seal`);
    await runner.query(`drop table ledger_entry`);
    await runner.query(`drop function refuse_rewriting()`);
  }
}
