import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs of the import: progress and result of every list taken in, and what it last gave a draft. */
export class CreateImport1763700000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_run (
        id uuid not null,
        person_id uuid not null,
        state text not null,
        profile text,
        file_name text not null,
        sha256 bytea not null,
        create_jurisdictions boolean not null,
        total integer,
        counts jsonb not null,
        refusals jsonb not null default '[]',
        findings jsonb not null default '[]',
        finding_count integer not null default 0,
        report_file_id uuid,
        runner text not null,
        cancel_asked boolean not null default false,
        started_at timestamptz not null,
        touched_at timestamptz not null,
        ended_at timestamptz,
        constraint pk_import_run primary key (id),
        constraint fk_import_run_person_id foreign key (person_id) references person (id),
        constraint fk_import_run_report_file_id foreign key (report_file_id) references stored_file (id),
        constraint ck_import_run_state check (state in ('PREVIEW', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED'))
      )`);
    await runner.query(`create index ix_import_run_person_id on import_run (person_id)`);
    await runner.query(`alter table filing add column imported_revision integer`);
    await runner.query(
      `comment on table import_run is 'A list from elsewhere being taken in: who, which file, how far, with what result'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table filing drop column imported_revision`);
    await runner.query(`drop table import_run`);
  }
}
