import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the columns of an imported list were taken for, and what an organisation said of the same headings before. */
export class MapImportColumns1765200000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_run
        add column columns jsonb not null default '[]',
        add column columns_by text not null default 'HEADINGS',
        add constraint ck_import_run_columns_by check (columns_by in ('HEADINGS', 'REMEMBERED', 'CHOSEN'))`);
    await runner.query(`
      create table import_mapping (
        organisation_id uuid not null,
        headings bytea not null,
        columns jsonb not null,
        person_id uuid not null,
        changed_at timestamptz not null,
        constraint pk_import_mapping primary key (organisation_id, headings),
        constraint fk_import_mapping_organisation_id foreign key (organisation_id) references organisation (id),
        constraint fk_import_mapping_person_id foreign key (person_id) references person (id)
      )`);
    await runner.query(
      `comment on table import_mapping is 'What an organisation last said the columns of lists with certain headings mean'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table import_mapping`);
    await runner.query(`alter table import_run drop column columns, drop column columns_by`);
  }
}
