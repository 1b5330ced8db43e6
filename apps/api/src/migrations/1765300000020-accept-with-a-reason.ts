import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the unit says along with a filing, and why an officer accepts it with advice left open. */
export class AcceptWithAReason1765300000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table filing add column submit_note text, add column accepted_advice jsonb, add column accept_reason text`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table filing drop column submit_note, drop column accepted_advice, drop column accept_reason`,
    );
  }
}
