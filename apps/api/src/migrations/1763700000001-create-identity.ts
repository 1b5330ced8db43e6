import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jurisdictions, organisations, people, what they are appointed to, their sessions. */
export class CreateIdentity1763700000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists postgis`);
    await runner.query(`create extension if not exists pg_trgm`);
    await runner.query(`
      create table jurisdiction (
        code text not null,
        name text not null,
        name_en text not null,
        level text not null,
        parent_code text,
        local_code text not null,
        boundary geometry(MultiPolygon, 4326),
        boundary_source text,
        single_officer boolean not null default false,
        constraint pk_jurisdiction primary key (code),
        constraint uq_jurisdiction_local_code unique (local_code),
        constraint fk_jurisdiction_parent_code foreign key (parent_code) references jurisdiction (code),
        constraint ck_jurisdiction_level check (level in ('CITY', 'COUNTY', 'COMMITTEE', 'DIVISION'))
      )`);
    await runner.query(
      `comment on table jurisdiction is 'Who answers for an area; recorded on every shelter, never derived from geometry'`,
    );
    await runner.query(`
      create table organisation (
        id uuid not null,
        name text not null,
        kind text not null,
        jurisdiction_code text not null,
        created_at timestamptz not null,
        constraint pk_organisation primary key (id),
        constraint uq_organisation_jurisdiction_code_name unique (jurisdiction_code, name),
        constraint fk_organisation_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
        constraint ck_organisation_kind check (kind in ('UNIT', 'EM_DEPARTMENT', 'GOVERNMENT', 'COMMITTEE', 'DUTY_BODY', 'COMMUNITY', 'OTHER'))
      )`);
    await runner.query(
      `comment on table organisation is 'Governments, departments, committees, and the units that own or manage shelters'`,
    );
    await runner.query(`
      create table person (
        id uuid not null,
        username text not null,
        display_name text not null,
        password_hash text not null,
        disabled_at timestamptz,
        created_at timestamptz not null,
        constraint pk_person primary key (id),
        constraint uq_person_username unique (username)
      )`);
    await runner.query(`comment on table person is 'Somebody who may sign in'`);
    await runner.query(`
      create table sign_in_failure (
        username text not null,
        origin text not null,
        failures integer not null,
        last_at timestamptz not null,
        locked_until timestamptz,
        constraint pk_sign_in_failure primary key (username, origin)
      )`);
    await runner.query(`create index ix_sign_in_failure_last_at on sign_in_failure (last_at)`);
    await runner.query(
      `comment on table sign_in_failure is 'Wrong passwords by name and place of origin: a stranger locks himself out, never the officer'`,
    );
    await runner.query(`
      create table appointment (
        id uuid not null,
        person_id uuid not null,
        role text not null,
        organisation_id uuid not null,
        jurisdictions text[] not null,
        constraint pk_appointment primary key (id),
        constraint uq_appointment_person_id_role_organisation_id unique (person_id, role, organisation_id),
        constraint fk_appointment_person_id foreign key (person_id) references person (id),
        constraint fk_appointment_organisation_id foreign key (organisation_id) references organisation (id)
      )`);
    await runner.query(
      `comment on table appointment is 'Authority: a role, for an organisation, in jurisdictions'`,
    );
    await runner.query(`
      create table session (
        id uuid not null,
        person_id uuid not null,
        token_hash bytea not null,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        device text,
        constraint pk_session primary key (id),
        constraint uq_session_token_hash unique (token_hash),
        constraint fk_session_person_id foreign key (person_id) references person (id)
      )`);
    await runner.query(`create index ix_session_person_id on session (person_id)`);
    await runner.query(`comment on table session is 'Opaque tokens by their hash; revocable at once'`);
    await runner.query(`
      create table first_run_link (
        token_hash bytea not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint pk_first_run_link primary key (token_hash)
      )`);
    await runner.query(
      `comment on table first_run_link is 'One-time links by which a new city makes its first administrator'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'first_run_link',
      'session',
      'appointment',
      'person',
      'organisation',
      'jurisdiction',
    ]) {
      await runner.query(`drop table ${table}`);
    }
  }
}
