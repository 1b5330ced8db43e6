import type { MigrationInterface, QueryRunner } from 'typeorm';

const DUTY_KINDS = `('SUPPLY_POINT', 'MEDICAL', 'SECURITY', 'WATER', 'SANITATION', 'POWER', 'COMMUNICATION')`;
const MEMBER_KINDS = `('EM_DEPARTMENT', 'COMMITTEE_STAFF', 'COMMUNITY_HEAD', 'UNIT_HEAD')`;

/** What happens at an opened shelter (Art. 22-25): its facts, command post, volunteer station, reports, and seven duties. */
export class CreateWorkOnSite1764100000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activation_shelter (
        id uuid not null,
        activation_id uuid not null,
        shelter_id uuid not null,
        jurisdiction_code text not null,
        exercise boolean not null,
        order_number text not null,
        status text not null,
        decided_at timestamptz not null,
        answered_at timestamptz,
        gate_open_at timestamptz,
        staffed_at timestamptz,
        partly_usable boolean not null default false,
        damaged_at timestamptz,
        closing_at timestamptz,
        released_at timestamptz,
        yielded_to uuid,
        override_reason text,
        occupied integer,
        last_report_at timestamptz,
        revision integer not null default 1,
        constraint pk_activation_shelter primary key (id),
        constraint uq_activation_shelter_activation_id_shelter_id unique (activation_id, shelter_id),
        constraint uq_activation_shelter_order_number unique (order_number),
        constraint fk_activation_shelter_activation_id foreign key (activation_id) references activation (id),
        constraint fk_activation_shelter_shelter_id foreign key (shelter_id) references shelter (id),
        constraint fk_activation_shelter_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
        constraint ck_activation_shelter_status check (status in
          ('STANDBY', 'DECIDED', 'OPENING', 'OPEN', 'LIMITED', 'FULL', 'CLOSING', 'CLOSED', 'DAMAGED'))
      )`);
    // The same shelter is never in two live real activations, whatever two deciders do at once; nor in two exercises.
    await runner.query(
      `create unique index uq_activation_shelter_live on activation_shelter (shelter_id, exercise) where released_at is null`,
    );
    await runner.query(`create index ix_activation_shelter_shelter_id on activation_shelter (shelter_id)`);
    await runner.query(
      `comment on table activation_shelter is 'One shelter in one activation: its opening order and the facts of its being open'`,
    );
    await runner.query(`
      create table command_post_member (
        id uuid not null,
        activation_shelter_id uuid not null,
        kind text not null,
        name text not null,
        phone text,
        organisation_id uuid,
        person_id uuid,
        appointed_by uuid,
        appointed_at timestamptz not null,
        ended_at timestamptz,
        constraint pk_command_post_member primary key (id),
        constraint fk_command_post_member_activation_shelter_id foreign key (activation_shelter_id) references activation_shelter (id),
        constraint fk_command_post_member_organisation_id foreign key (organisation_id) references organisation (id),
        constraint fk_command_post_member_person_id foreign key (person_id) references person (id),
        constraint ck_command_post_member_kind check (kind in ${MEMBER_KINDS})
      )`);
    await runner.query(
      `create index ix_command_post_member_activation_shelter_id on command_post_member (activation_shelter_id)`,
    );
    await runner.query(`create index ix_command_post_member_person_id on command_post_member (person_id)`);
    await runner.query(
      `comment on table command_post_member is 'Art. 23: who sits in the settlement command post of an opened shelter'`,
    );
    await runner.query(`
      create table volunteer_station (
        activation_shelter_id uuid not null,
        place text,
        head_name text,
        phone text,
        volunteers integer,
        opened_at timestamptz,
        changed_at timestamptz not null,
        constraint pk_volunteer_station primary key (activation_shelter_id),
        constraint fk_volunteer_station_activation_shelter_id foreign key (activation_shelter_id) references activation_shelter (id),
        constraint ck_volunteer_station_volunteers check (volunteers >= 0)
      )`);
    await runner.query(
      `comment on table volunteer_station is 'Art. 25: the volunteer station in the command post of an opened shelter'`,
    );
    await runner.query(`
      create table shelter_report (
        id uuid not null,
        activation_shelter_id uuid not null,
        facts text[] not null,
        happened_at timestamptz not null,
        received_at timestamptz not null,
        clock_off boolean not null,
        reported_by uuid,
        note text,
        constraint pk_shelter_report primary key (id),
        constraint fk_shelter_report_activation_shelter_id foreign key (activation_shelter_id) references activation_shelter (id)
      )`);
    await runner.query(
      `create index ix_shelter_report_activation_shelter_id_received_at on shelter_report (activation_shelter_id, received_at)`,
    );
    await runner.query(
      `comment on table shelter_report is 'Art. 22: what the unit or the command post reported of an opened shelter'`,
    );
    await runner.query(`
      create table duty (
        id uuid not null,
        activation_id uuid not null,
        activation_shelter_id uuid not null,
        shelter_id uuid not null,
        jurisdiction_code text not null,
        kind text not null,
        stage text not null,
        organisation_id uuid,
        assigned_at timestamptz not null,
        acknowledge_due timestamptz,
        in_place_due timestamptz,
        acknowledged_at timestamptz,
        in_place_at timestamptz,
        degraded_at timestamptz,
        degraded_reason text,
        stood_down_at timestamptz,
        note text,
        changed_at timestamptz not null,
        constraint pk_duty primary key (id),
        constraint uq_duty_activation_shelter_id_kind unique (activation_shelter_id, kind),
        constraint fk_duty_activation_id foreign key (activation_id) references activation (id),
        constraint fk_duty_activation_shelter_id foreign key (activation_shelter_id) references activation_shelter (id),
        constraint fk_duty_shelter_id foreign key (shelter_id) references shelter (id),
        constraint fk_duty_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
        constraint fk_duty_organisation_id foreign key (organisation_id) references organisation (id),
        constraint ck_duty_kind check (kind in ${DUTY_KINDS}),
        constraint ck_duty_stage check (stage in ('ASSIGNED', 'ACKNOWLEDGED', 'IN_PLACE', 'DEGRADED', 'STOOD_DOWN'))
      )`);
    await runner.query(`create index ix_duty_activation_id on duty (activation_id)`);
    await runner.query(`create index ix_duty_organisation_id_stage on duty (organisation_id, stage)`);
    await runner.query(
      `comment on table duty is 'Art. 24: one of the seven duties at one opened shelter; no organisation = nobody was on the roster'`,
    );
    // A temporary place comes into the registry by the decision that opens it.
    await runner.query(`alter table shelter_version drop constraint ck_shelter_version_origin`);
    await runner.query(
      `alter table shelter_version add constraint ck_shelter_version_origin
       check (origin in ('FILING', 'CORRECTION', 'IMPORT', 'DECISION'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table shelter_version drop constraint ck_shelter_version_origin`);
    await runner.query(
      `alter table shelter_version add constraint ck_shelter_version_origin check (origin in ('FILING', 'CORRECTION', 'IMPORT'))`,
    );
    for (const table of [
      'duty',
      'shelter_report',
      'volunteer_station',
      'command_post_member',
      'activation_shelter',
    ]) {
      await runner.query(`drop table ${table}`);
    }
  }
}
