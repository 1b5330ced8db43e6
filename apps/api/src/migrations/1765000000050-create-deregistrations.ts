import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a shelter leaves the register: asked for by its unit, or ex officio. */
export class CreateDeregistrations1765000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table deregistration (
        id uuid not null,
        shelter_id uuid not null,
        jurisdiction_code text not null,
        unit_id uuid not null,
        stage text not null,
        asked_reason text,
        asked_by uuid,
        asked_at timestamptz,
        decided_reason text,
        decided_by uuid,
        organisation_id uuid,
        decided_at timestamptz,
        changed_at timestamptz not null,
        constraint pk_deregistration primary key (id),
        constraint fk_deregistration_shelter_id foreign key (shelter_id) references shelter (id),
        constraint fk_deregistration_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
        constraint fk_deregistration_unit_id foreign key (unit_id) references organisation (id),
        constraint fk_deregistration_organisation_id foreign key (organisation_id) references organisation (id),
        constraint ck_deregistration_stage check (stage in ('ASKED', 'GRANTED', 'DECLINED', 'TAKEN_BACK')),
        constraint ck_deregistration_asked check (stage = 'GRANTED' or (asked_at is not null and asked_reason is not null)),
        constraint ck_deregistration_decided check ((stage in ('GRANTED', 'DECLINED')) = (decided_at is not null and decided_reason is not null))
      )`);
    await runner.query(
      `create unique index uq_deregistration_open on deregistration (shelter_id) where stage = 'ASKED'`,
    );
    await runner.query(
      `create unique index uq_deregistration_granted on deregistration (shelter_id) where stage = 'GRANTED'`,
    );
    await runner.query(`create index ix_deregistration_shelter_id on deregistration (shelter_id)`);
    await runner.query(`create index ix_deregistration_unit_id on deregistration (unit_id)`);
    await runner.query(
      `create index ix_deregistration_jurisdiction_code_stage on deregistration (jurisdiction_code, stage)`,
    );
    await runner.query(
      `comment on table deregistration is 'Shelters that leave the register: asked for by the unit, decided by the authority, or ex officio'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table deregistration`);
  }
}
