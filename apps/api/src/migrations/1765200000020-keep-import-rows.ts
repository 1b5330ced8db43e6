import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of each row of an imported list, so that the list can be given back with it. */
export class KeepImportRows1765200000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_run
        add column rows_file_id uuid,
        add constraint fk_import_run_rows_file_id foreign key (rows_file_id) references stored_file (id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table import_run drop column rows_file_id`);
  }
}
