import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations can be disabled as people can; both by an act, so both have a stage. */
export class DisableOrganisations1763700000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table organisation add column disabled_at timestamptz`);
    for (const table of ['person', 'organisation']) {
      await runner.query(`alter table ${table} add column stage text not null default 'ACTIVE'`);
      await runner.query(`update ${table} set stage = 'DISABLED' where disabled_at is not null`);
      await runner.query(
        `alter table ${table} add constraint ck_${table}_stage check
           ((stage = 'ACTIVE' and disabled_at is null) or (stage = 'DISABLED' and disabled_at is not null))`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['person', 'organisation']) {
      await runner.query(`alter table ${table} drop column stage`);
    }
    await runner.query(`alter table organisation drop column disabled_at`);
  }
}
