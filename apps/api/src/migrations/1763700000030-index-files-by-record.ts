import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may read a file is asked by the records that name it: found by index, not by reading all of them. */
export class IndexFilesByRecord1763700000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index ix_shelter_file_ids on shelter using gin (file_ids)`);
    await runner.query(`create index ix_filing_file_ids on filing using gin (file_ids)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index ix_filing_file_ids`);
    await runner.query(`drop index ix_shelter_file_ids`);
  }
}
