import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Art. 26: what is owed after an opening; shelters released before get theirs now. */
export class CreateClosingTasks1764400000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table closing_task (
        id uuid not null,
        activation_id uuid not null,
        activation_shelter_id uuid not null,
        shelter_id uuid not null,
        jurisdiction_code text not null,
        kind text not null,
        stage text not null,
        opened_at timestamptz not null,
        text text,
        done_at timestamptz,
        done_by uuid,
        organisation_id uuid,
        constraint pk_closing_task primary key (id),
        constraint uq_closing_task_activation_shelter_id_kind unique (activation_shelter_id, kind),
        constraint fk_closing_task_activation_id foreign key (activation_id) references activation (id),
        constraint fk_closing_task_activation_shelter_id foreign key (activation_shelter_id) references activation_shelter (id),
        constraint fk_closing_task_shelter_id foreign key (shelter_id) references shelter (id),
        constraint fk_closing_task_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
        constraint fk_closing_task_organisation_id foreign key (organisation_id) references organisation (id),
        constraint ck_closing_task_kind check (kind in ('SUMMARY', 'REPAIR', 'AFTERMATH')),
        constraint ck_closing_task_stage check (stage in ('OPEN', 'DONE')),
        constraint ck_closing_task_done_is_told check ((stage = 'DONE') = (text is not null and done_at is not null))
      )`);
    await runner.query(
      `create index ix_closing_task_activation_id_stage on closing_task (activation_id, stage)`,
    );
    await runner.query(`create index ix_closing_task_shelter_id on closing_task (shelter_id)`);
    await runner.query(
      `create index ix_closing_task_jurisdiction_code_stage on closing_task (jurisdiction_code, stage)`,
    );
    await runner.query(
      `comment on table closing_task is 'Art. 26: summary, repair and aftermath of one shelter that was released'`,
    );
    await runner.query(`
      insert into closing_task (id, activation_id, activation_shelter_id, shelter_id, jurisdiction_code, kind, stage, opened_at)
      select gen_random_uuid(), activation_id, id, shelter_id, jurisdiction_code, kind, 'OPEN', released_at
      from activation_shelter cross join unnest(array['SUMMARY', 'REPAIR', 'AFTERMATH']) as kind
      where released_at is not null and yielded_to is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table closing_task`);
  }
}
