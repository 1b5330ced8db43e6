import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Art. 18: what an authority corrected ex officio is told to the unit; corrections of before are told now. */
export class TellCorrections1764900000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table correction_notice (
        shelter_id uuid not null,
        version integer not null,
        jurisdiction_code text not null,
        unit_id uuid not null,
        organisation_id uuid,
        told_at timestamptz not null,
        read_at timestamptz,
        read_by uuid,
        constraint pk_correction_notice primary key (shelter_id, version),
        constraint fk_correction_notice_shelter_id foreign key (shelter_id) references shelter (id),
        constraint fk_correction_notice_shelter_id_version foreign key (shelter_id, version) references shelter_version (shelter_id, version),
        constraint fk_correction_notice_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
        constraint fk_correction_notice_unit_id foreign key (unit_id) references organisation (id),
        constraint fk_correction_notice_organisation_id foreign key (organisation_id) references organisation (id),
        constraint ck_correction_notice_read_by_somebody check ((read_at is null) = (read_by is null))
      )`);
    await runner.query(
      `create index ix_correction_notice_unread on correction_notice (unit_id, told_at) where read_at is null`,
    );
    await runner.query(
      `comment on table correction_notice is 'Art. 18: corrections ex officio as told to the unit, and when it read them'`,
    );
    await runner.query(`
      insert into correction_notice (shelter_id, version, jurisdiction_code, unit_id, organisation_id, told_at)
      select kept.shelter_id, kept.version, shelter.jurisdiction_code, shelter.unit_id, said.organisation_id, kept.recorded_at
      from shelter_version kept join shelter on shelter.id = kept.shelter_id
      left join (
        select distinct on (subjects->0->>'id', subjects->0->>'to') subjects->0->>'id' as shelter_id,
               subjects->0->>'to' as version, organisation_id
        from ledger_entry where act = 'correctShelter' order by subjects->0->>'id', subjects->0->>'to', at
      ) said on said.shelter_id = kept.shelter_id::text and said.version = 'v' || kept.version
      where kept.origin = 'CORRECTION'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table correction_notice`);
  }
}
