import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters of the registry under a name, for the person who named them. */
export class CreateSavedViews1764900000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table saved_view (
        id uuid not null,
        person_id uuid not null,
        name text not null,
        query text not null,
        changed_at timestamptz not null,
        constraint pk_saved_view primary key (id),
        constraint uq_saved_view_person_id_name unique (person_id, name),
        constraint fk_saved_view_person_id foreign key (person_id) references person (id)
      )`);
    await runner.query(
      `comment on table saved_view is 'Filters of the registry that one person named for themselves'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table saved_view`);
  }
}
