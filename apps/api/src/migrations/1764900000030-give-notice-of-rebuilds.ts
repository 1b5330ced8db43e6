import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Art. 21: a notice before the work, what is out of use meanwhile, and the as-built version after it. */
export class GiveNoticeOfRebuilds1764900000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table shelter add column places_out integer not null default 0`);
    await runner.query(`alter table shelter add constraint ck_shelter_places_out check (places_out >= 0)`);
    await runner.query(`
      create table outage (
        id uuid not null,
        shelter_id uuid not null,
        origin text not null,
        origin_id uuid not null,
        effect text not null,
        places integer,
        starts_on date not null,
        begun boolean not null default false,
        lifted_on date,
        constraint pk_outage primary key (id),
        constraint uq_outage_origin_origin_id unique (origin, origin_id),
        constraint fk_outage_shelter_id foreign key (shelter_id) references shelter (id),
        constraint ck_outage_origin check (origin in ('REBUILD')),
        constraint ck_outage_effect check (effect in ('LIMITED', 'UNAVAILABLE')),
        constraint ck_outage_places check (places >= 0)
      )`);
    await runner.query(`create index ix_outage_shelter_id on outage (shelter_id)`);
    await runner.query(
      `create index ix_outage_waiting on outage (starts_on) where not begun and lifted_on is null`,
    );
    await runner.query(
      `comment on table outage is 'A time in which a shelter, or a part of it, is out of use: from its first day until it is lifted'`,
    );
    await runner.query(`
      create table rebuild_notice (
        id uuid not null,
        shelter_id uuid not null,
        jurisdiction_code text not null,
        stage text not null,
        kind text not null,
        scope text not null,
        starts_on date not null,
        ends_on date not null,
        effect text not null,
        places_out integer,
        file_ids uuid[] not null,
        recorded_by uuid,
        organisation_id uuid,
        on_behalf boolean not null,
        given_at timestamptz not null,
        changed_at timestamptz not null,
        ended_at timestamptz,
        reason text,
        as_built_filing_id uuid,
        constraint pk_rebuild_notice primary key (id),
        constraint fk_rebuild_notice_shelter_id foreign key (shelter_id) references shelter (id),
        constraint fk_rebuild_notice_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
        constraint fk_rebuild_notice_organisation_id foreign key (organisation_id) references organisation (id),
        constraint fk_rebuild_notice_as_built_filing_id foreign key (as_built_filing_id) references filing (id),
        constraint ck_rebuild_notice_stage check (stage in ('NOTIFIED', 'COMPLETED', 'CALLED_OFF')),
        constraint ck_rebuild_notice_kind check (kind in ('REBUILD', 'EXTENSION')),
        constraint ck_rebuild_notice_effect check (effect in ('NONE', 'LIMITED', 'UNAVAILABLE')),
        constraint ck_rebuild_notice_dates check (ends_on >= starts_on),
        constraint ck_rebuild_notice_places_out check (places_out >= 0),
        constraint ck_rebuild_notice_ended check ((stage = 'NOTIFIED') = (ended_at is null))
      )`);
    await runner.query(
      `create unique index uq_rebuild_notice_open on rebuild_notice (shelter_id) where stage = 'NOTIFIED'`,
    );
    await runner.query(`create index ix_rebuild_notice_shelter_id on rebuild_notice (shelter_id)`);
    await runner.query(
      `create index ix_rebuild_notice_jurisdiction_code_stage on rebuild_notice (jurisdiction_code, stage)`,
    );
    await runner.query(`create index ix_rebuild_notice_file_ids on rebuild_notice using gin (file_ids)`);
    await runner.query(
      `comment on table rebuild_notice is 'Art. 21: notices of rebuilds and extensions, from before the work to the as-built version'`,
    );
    await runner.query(`
      create unique index uq_filing_open_as_built on filing (shelter_id)
      where kind = 'RECONSTRUCTION' and stage in ('DRAFT', 'SUBMITTED', 'RETURNED')`);
    await runner.query(`alter table defect drop constraint ck_defect_origin`);
    await runner.query(
      `alter table defect add constraint ck_defect_origin check (origin in ('INSPECTION', 'DRILL', 'ACTIVATION', 'REBUILD'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table defect drop constraint ck_defect_origin`);
    await runner.query(
      `alter table defect add constraint ck_defect_origin check (origin in ('INSPECTION', 'DRILL', 'ACTIVATION'))`,
    );
    await runner.query(`drop index uq_filing_open_as_built`);
    await runner.query(`drop table rebuild_notice`);
    await runner.query(`drop table outage`);
    await runner.query(`alter table shelter drop column places_out`);
  }
}
