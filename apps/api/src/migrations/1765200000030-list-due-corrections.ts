import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records with something to complete, the most overdue first. */
export class ListDueCorrections1765200000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index ix_shelter_correction_due on shelter (correction_due, code) where correction_due is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index ix_shelter_correction_due`);
  }
}
