import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a filing said when it was given back, so that the next review sees what was mended. */
export class KeepWhatWasReturned1765300000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table filing_return add column contents jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table filing_return drop column contents`);
  }
}
