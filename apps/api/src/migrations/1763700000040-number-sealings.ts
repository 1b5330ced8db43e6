import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells the last run of the sealer, whose heads may still be missing in the file, from all before it. */
export class NumberSealings1763700000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table ledger_seal add column sealing bigint`);
    await runner.query(`create index ix_ledger_seal_sealing on ledger_seal (sealing)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table ledger_seal drop column sealing`);
  }
}
