import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files, shelters with all their versions, filings, and the counters behind codes and numbers. */
export class CreateRegistryAndFiling1763700000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stored_file (
        id uuid not null,
        sha256 bytea not null,
        bytes bigint not null,
        media_type text not null,
        file_name text not null,
        kept_by uuid,
        kept_at timestamptz not null,
        constraint pk_stored_file primary key (id)
      )`);
    await runner.query(`create index ix_stored_file_sha256 on stored_file (sha256)`);
    await runner.query(
      `comment on table stored_file is 'Uploads; the bytes lie unchanged under their SHA-256 outside the database'`,
    );
    await runner.query(`
      create table shelter (
        id uuid not null,
        code text not null,
        jurisdiction_code text not null,
        unit_id uuid not null,
        version integer not null,
        contents jsonb not null,
        name text not null,
        address text,
        search_text text not null,
        grade text not null,
        space_type text not null,
        site_type text not null,
        location geography(Point, 4326),
        usable_capacity integer,
        suitability text not null,
        file_ids uuid[] not null,
        filed_at timestamptz,
        deregistered_at timestamptz,
        correction_due date,
        operational_status text not null default 'STANDBY',
        readiness text not null default 'UNKNOWN',
        announced boolean not null default false,
        occupied integer,
        last_confirmed_at timestamptz,
        source text,
        source_id text,
        demo boolean not null default false,
        changed_at timestamptz not null,
        constraint pk_shelter primary key (id),
        constraint uq_shelter_code unique (code),
        constraint uq_shelter_source_source_id unique (source, source_id),
        constraint fk_shelter_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
        constraint fk_shelter_unit_id foreign key (unit_id) references organisation (id),
        constraint ck_shelter_usable_capacity check (usable_capacity >= 0),
        constraint ck_shelter_operational_status check (operational_status in
          ('STANDBY', 'DECIDED', 'OPENING', 'OPEN', 'LIMITED', 'FULL', 'CLOSING', 'CLOSED', 'DAMAGED')),
        constraint ck_shelter_readiness check (readiness in ('READY', 'LIMITED', 'UNAVAILABLE', 'UNKNOWN'))
      )`);
    await runner.query(`create index ix_shelter_location on shelter using gist (location)`);
    await runner.query(`create index ix_shelter_jurisdiction_code_code on shelter (jurisdiction_code, code)`);
    await runner.query(`create index ix_shelter_unit_id on shelter (unit_id)`);
    await runner.query(`create index ix_shelter_search_text on shelter using gin (search_text gin_trgm_ops)`);
    await runner.query(
      `comment on table shelter is 'The filed shelter: identity, current version, and its standing tonight'`,
    );
    await runner.query(`
      create table shelter_version (
        shelter_id uuid not null,
        version integer not null,
        contents jsonb not null,
        origin text not null,
        filing_id uuid,
        reason text,
        recorded_by uuid,
        recorded_at timestamptz not null,
        constraint pk_shelter_version primary key (shelter_id, version),
        constraint fk_shelter_version_shelter_id foreign key (shelter_id) references shelter (id),
        constraint ck_shelter_version_origin check (origin in ('FILING', 'CORRECTION', 'IMPORT'))
      )`);
    await runner.query(
      `comment on table shelter_version is 'What the file said at each moment; never overwritten'`,
    );
    await runner.query(`
      create table filing (
        id uuid not null,
        kind text not null,
        stage text not null,
        jurisdiction_code text not null,
        unit_id uuid not null,
        shelter_id uuid,
        contents jsonb not null,
        revision integer not null default 1,
        number text,
        keyed_by uuid,
        editors uuid[] not null default '{}',
        on_behalf boolean not null default false,
        signed_paper_file_id uuid,
        return_reasons jsonb,
        findings jsonb not null default '[]',
        held boolean not null default false,
        file_ids uuid[] not null,
        source text,
        source_id text,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        submitted_at timestamptz,
        decided_at timestamptz,
        constraint pk_filing primary key (id),
        constraint uq_filing_number unique (number),
        constraint uq_filing_source_source_id unique (source, source_id),
        constraint fk_filing_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
        constraint fk_filing_unit_id foreign key (unit_id) references organisation (id),
        constraint fk_filing_shelter_id foreign key (shelter_id) references shelter (id),
        constraint fk_filing_signed_paper_file_id foreign key (signed_paper_file_id) references stored_file (id),
        constraint ck_filing_kind check (kind in ('NEW', 'RECONSTRUCTION', 'CHANGE', 'DEREGISTRATION', 'MIGRATED')),
        constraint ck_filing_stage check (stage in ('DRAFT', 'SUBMITTED', 'RETURNED', 'FILED', 'SUPERSEDED', 'WITHDRAWN'))
      )`);
    await runner.query(`create index ix_filing_jurisdiction_code_stage on filing (jurisdiction_code, stage)`);
    await runner.query(`create index ix_filing_unit_id on filing (unit_id)`);
    await runner.query(`create index ix_filing_shelter_id on filing (shelter_id)`);
    await runner.query(
      `comment on table filing is 'A filing (Art. 14, 21) from draft to filed, with everything it said'`,
    );
    await runner.query(`
      create table number_counter (
        series text not null,
        jurisdiction_code text not null,
        year integer not null,
        last integer not null,
        constraint pk_number_counter primary key (series, jurisdiction_code, year)
      )`);
    await runner.query(
      `comment on table number_counter is 'Last number given, per series, jurisdiction and year; no upper limit'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['number_counter', 'filing', 'shelter_version', 'shelter', 'stored_file']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
