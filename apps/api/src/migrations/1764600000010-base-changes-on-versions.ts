import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Art. 14: a change begins as a version on file, and a shelter has one change under way. */
export class BaseChangesOnVersions1764600000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table filing add column base_version integer`);
    await runner.query(`
      create unique index uq_filing_open_change on filing (shelter_id)
      where kind = 'CHANGE' and stage in ('DRAFT', 'SUBMITTED', 'RETURNED')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index uq_filing_open_change`);
    await runner.query(`alter table filing drop column base_version`);
  }
}
