import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Art. 17: agreements, disagreements and determinations on who maintains a facility. */
export class CreateMaintenance1764900000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table maintenance_arrangement (
        id uuid not null,
        shelter_id uuid not null,
        jurisdiction_code text not null,
        facility_type text not null,
        stage text not null,
        owner_name text not null,
        party text,
        maintainer_name text,
        said_on date not null,
        unit_position text,
        owner_position text,
        document_file_id uuid,
        signed_paper_file_id uuid,
        recorded_at timestamptz not null,
        recorded_by uuid not null,
        organisation_id uuid not null,
        determined_on date,
        decision_number text,
        determination_reason text,
        determination_file_id uuid,
        determined_at timestamptz,
        determined_by uuid,
        determined_by_organisation_id uuid,
        ended_at timestamptz,
        ended_reason text,
        constraint pk_maintenance_arrangement primary key (id),
        constraint fk_maintenance_arrangement_shelter_id foreign key (shelter_id) references shelter (id),
        constraint fk_maintenance_arrangement_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
        constraint fk_maintenance_arrangement_document_file_id foreign key (document_file_id) references stored_file (id),
        constraint fk_maintenance_arrangement_signed_paper_file_id foreign key (signed_paper_file_id) references stored_file (id),
        constraint fk_maintenance_arrangement_determination_file_id foreign key (determination_file_id) references stored_file (id),
        constraint fk_maintenance_arrangement_organisation_id foreign key (organisation_id) references organisation (id),
        constraint fk_maintenance_arrangement_determined_by_organisation_id foreign key (determined_by_organisation_id) references organisation (id),
        constraint ck_maintenance_arrangement_facility_type check (facility_type in ('POWER', 'WATER', 'SEWAGE', 'TOILET', 'MEDICAL', 'DISINFECTION', 'BROADCAST', 'COMMUNICATION', 'COMMAND', 'FIRE', 'LIGHTING', 'SIGNS', 'VENTILATION', 'BARRIER_FREE_ACCESS')),
        constraint ck_maintenance_arrangement_stage check (stage in ('AGREED', 'DISAGREED', 'DETERMINED', 'ENDED')),
        constraint ck_maintenance_arrangement_party check (party in ('UNIT', 'OWNER', 'OTHER')),
        constraint ck_maintenance_arrangement_in_force_is_told check (stage not in ('AGREED', 'DETERMINED') or (party is not null and maintainer_name is not null)),
        constraint ck_maintenance_arrangement_determined_is_told check ((determined_on is null) = (decision_number is null) and (determined_on is null) = (determined_at is null) and (stage <> 'DETERMINED' or determined_on is not null)),
        constraint ck_maintenance_arrangement_ended_is_dated check ((stage = 'ENDED') = (ended_at is not null))
      )`);
    await runner.query(`create unique index ix_maintenance_arrangement_in_force on maintenance_arrangement (shelter_id, facility_type)
      where stage in ('AGREED', 'DETERMINED')`);
    await runner.query(`create unique index ix_maintenance_arrangement_waiting on maintenance_arrangement (shelter_id, facility_type)
      where stage = 'DISAGREED'`);
    await runner.query(
      `create index ix_maintenance_arrangement_shelter_id_facility_type on maintenance_arrangement (shelter_id, facility_type)`,
    );
    await runner.query(
      `create index ix_maintenance_arrangement_jurisdiction_code_stage on maintenance_arrangement (jurisdiction_code, stage)`,
    );
    for (const column of ['document_file_id', 'signed_paper_file_id', 'determination_file_id'])
      await runner.query(
        `create index ix_maintenance_arrangement_${column} on maintenance_arrangement (${column})`,
      );
    await runner.query(
      `comment on table maintenance_arrangement is 'Art. 17: who maintains a facility of a shelter that is not its unit’s own; history is kept'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table maintenance_arrangement`);
  }
}
